/** Requests are checked against the SDK's own parameter types, and refused in Stripe's words. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import qs from 'qs';

import { type ApiError, invalid, notBuilt } from './errors.ts';
import { newValidators, type Node, type StripeSchema, stripeSchema } from './schema.ts';

export type Params = Record<string, unknown>;

/** Decodes `a[b]=c`, arrays by index, in bodies and queries alike. */
export function decodeForm(text: string): Params {
  return qs.parse(text, { depth: 12, arrayLimit: 200, parameterLimit: 2000 });
}

let validatorOf: ReturnType<typeof newValidators> | undefined;

function validator(request: string): ValidateFunction {
  validatorOf ??= newValidators(
    { coerceTypes: true, verbose: true },
    withoutEmptyTexts(stripeSchema().definitions) as StripeSchema['definitions'],
  );
  return validatorOf(stripeSchema().requests[request]);
}

/** An empty text unsets a field; only those that the SDK types as emptiable (or null) take it. */
function withoutEmptyTexts(node: unknown): unknown {
  if (Array.isArray(node)) return (node as unknown[]).map(withoutEmptyTexts);
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, type } = node as Node;
  if (type === 'string') return { ...node, minLength: 1 };
  if (anyOf?.some((alternative) => alternative.type === 'null')) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withoutEmptyTexts(value)]);
  return Object.fromEntries(entries);
}

/** Turns the texts of the form into numbers and booleans in place, or says what is wrong. */
export function checkParams(request: string, params: Params, built: readonly string[]): void {
  if ('payment_method_types' in params) throw paymentMethodTypesGone();
  const validate = validator(request);
  if (!validate(params)) throw refusal(validate.errors ?? []);
  const unbuilt = leafPaths(params).find((leaf) => !isBuilt(leaf, built));
  if (unbuilt) throw notBuilt(`the parameter ${unbuilt}`, unbuilt);
}

function paymentMethodTypesGone(): ApiError {
  return invalid(
    'The payment_method_types parameter is no longer supported; use allowed_payment_method_types.',
    'payment_method_types',
    'payment_method_types_no_longer_supported',
  );
}

function refusal(errors: ErrorObject[]): ApiError {
  const unknown = errors.filter((error) => error.keyword === 'additionalProperties');
  if (unknown.length) {
    const names = unknown.map((e) => paramName(e.instancePath, text(e, 'additionalProperty')));
    const [first] = names;
    const list = [...new Set(names)].join(', ');
    const word = names.length > 1 ? 'parameters' : 'parameter';
    return invalid(`Received unknown ${word}: ${list}`, first, 'parameter_unknown');
  }
  const missing = errors.find((error) => error.keyword === 'required');
  if (missing) {
    const name = paramName(missing.instancePath, text(missing, 'missingProperty'));
    return invalid(`Missing required param: ${name}.`, name, 'parameter_missing');
  }
  // The deepest error is about what was typed, the others about the alternatives around it.
  const [worst] = errors
    .filter((error) => error.keyword !== 'anyOf')
    .sort((a, b) => b.instancePath.length - a.instancePath.length);
  return worst ? wrongValue(worst) : invalid('Invalid request.');
}

/** A word from what ajv says about an error. */
function text(error: ErrorObject, name: string): string {
  return String((error.params as Record<string, unknown>)[name]);
}

function wrongValue(error: ErrorObject): ApiError {
  const name = paramName(error.instancePath);
  if (error.data === '') {
    return invalid(
      `You passed an empty string for '${name}'. Empty values unset a field, and '${name}' cannot ` +
        'be unset: leave it out or give it a value.',
      name,
      'parameter_invalid_empty',
    );
  }
  const shown = typeof error.data === 'string' ? error.data : JSON.stringify(error.data);
  const schema = error.parentSchema as { type?: string; enum?: string[]; const?: string };
  const known = error.schema ?? [];
  if (error.keyword === 'x-known-values' || error.keyword === 'enum') {
    return invalid(`Invalid ${name}: must be one of ${orList(known as string[])}`, name);
  }
  if (error.keyword === 'const') return invalid(`Invalid ${name}: must be ${schema.const}`, name);
  if (schema.type === 'number') {
    return invalid(`Invalid integer: ${shown}`, name, 'parameter_invalid_integer');
  }
  return invalid(`Invalid ${schema.type ?? 'value'}: ${shown}`, name);
}

function orList(values: string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')}, or ${values.at(-1)}`;
}

/** "/line_items/0/quantity" becomes "line_items[0][quantity]". */
function paramName(pointer: string, last?: string): string {
  const parts = pointer.split('/').slice(1);
  if (last !== undefined) parts.push(last);
  return parts.map((part, n) => (n ? `[${part}]` : part)).join('');
}

/** Names of all values given, without the indexes of arrays. */
function leafPaths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leafPaths(item, prefix));
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) =>
    leafPaths(inner, prefix ? `${prefix}.${key}` : key),
  );
}

function isBuilt(leaf: string, built: readonly string[]): boolean {
  if (leaf === 'expand') return true;
  return built.some((name) =>
    name.endsWith('.*')
      ? leaf === name.slice(0, -2) || leaf.startsWith(name.slice(0, -1))
      : leaf === name,
  );
}
