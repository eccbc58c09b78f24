import { KEPT_BY_BROWSER } from '#kernel';

// `b1:<random id>:<mark>…`, one mark for each account that has signed in here, newest first.
const SHAPE = new RegExp(String.raw`^${KEPT_BY_BROWSER}:[\w-]{22}(:[\w-]{22})+$`);
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
  return [KEPT_BY_BROWSER, id, ...marks].join(':');
}
