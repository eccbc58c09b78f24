/** An error as it may stand in a log or in the output of a job. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  /** Where it happened: frames only. */
  readonly stack: string;
  readonly cause?: DescribedError;
}

interface Raw {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly cause?: unknown;
  readonly severity?: unknown;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly driverError?: unknown;
}

const CAUSES_MAX = 3;
const NAME = /^[A-Za-z0-9_]{1,80}$/;
const nameOf = (value: unknown) => (typeof value === 'string' && NAME.test(value) ? value : '');

/** The database quotes values in its words (“invalid input syntax for type date: …”). */
const isOfDatabase = (e: Raw) => e.driverError !== undefined || typeof e.severity === 'string';
/** These quote what could not be read: JSON, dates, text. */
const quotes = (e: Raw) => ['SyntaxError', 'RangeError', 'URIError'].includes(nameOf(e.name));

function messageOf(e: Raw): string {
  if (isOfDatabase(e)) {
    const parts = [['constraint', e.constraint] as const, ['table', e.table] as const];
    const names = parts.flatMap(([what, name]) => (nameOf(name) ? ` ${what} ${nameOf(name)}` : []));
    return `the database refused: ${nameOf(e.code) || 'unknown'}${names.join('')}`;
  }
  const words = typeof e.message === 'string' ? e.message : '';
  return quotes(e) ? `${nameOf(e.name)}, whose words may quote data` : words;
}

/**
 * What of an error may be kept: no statement, no parameters, no words that quote a value. Drivers
 * hang all of those on their errors, and a logger would write them.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (typeof error !== 'object' || error === null) {
    return { type: typeof error, message: 'something that is no error was thrown', stack: '' };
  }
  const e = error as Raw;
  const message = messageOf(e);
  const type = error.constructor?.name || nameOf(e.name) || 'Error';
  const frames = (typeof e.stack === 'string' ? e.stack : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const isDeeper = e.cause !== undefined && depth < CAUSES_MAX;
  return {
    type,
    message,
    stack: [`${type}: ${message}`, ...frames].join('\n'),
    ...(isDeeper && { cause: describeError(e.cause, depth + 1) }),
  };
}
