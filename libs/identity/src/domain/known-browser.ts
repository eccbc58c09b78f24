/** Who is behind a request, as far as limits ask. */
export interface Origin {
  readonly site: 'portal' | 'officer';
  /** Digest of the network address. */
  readonly network: string;
  /** What this site has kept in the browser at an earlier sign-in; its signature was checked. */
  readonly browser?: string | undefined;
}

// `b1:<random id>:<mark>…`, one mark for each account that has signed in here, newest first.
const SHAPE = /^b1:[\w-]{22}(:[\w-]{22})+$/;
/** People share computers; who comes after the fourth is told apart by the network again. */
const MARKS_MAX = 4;

/** The browser's random id; undefined when nobody has ever signed in with it. */
export const browserIdOf = (kept: string | undefined): string | undefined =>
  kept !== undefined && SHAPE.test(kept) ? kept.split(':')[1] : undefined;

export const isMarked = (kept: string | undefined, mark: string): boolean =>
  browserIdOf(kept) !== undefined && kept!.split(':').slice(2).includes(mark);

/** What the browser keeps from now on. */
export function withMark(id: string, kept: string | undefined, mark: string): string {
  const others = browserIdOf(kept) === id ? kept!.split(':').slice(2) : [];
  const marks = [mark, ...others.filter((other) => other !== mark)].slice(0, MARKS_MAX);
  return ['b1', id, ...marks].join(':');
}
