import type { World } from '../world.ts';
import { type ApiError, noSuch } from './errors.ts';

/** One call of the API as its handler sees it: checked and with real numbers and booleans. */
export interface Call<P> {
  world: World;
  params: P;
  /** Path of the request, for the `url` of lists. */
  path: string;
  /** What stood in the place of `:id`, or ''. */
  id: string;
}

/** One row of the route table. Handlers are synchronous and run inside one transaction. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Path with at most one `:id`. */
  path: string;
  /** Name of the parameters in the generated schema; none for DELETE. */
  params: string;
  /** Parameters that are built; any other that the SDK knows is refused as not built. */
  built: readonly string[];
  run: (call: Call<never>) => object;
}

/** Filters of every list. */
export const LIST = ['limit', 'starting_after', 'ending_before'] as const;

export function route<P>(
  method: Route['method'],
  path: string,
  params: string,
  built: readonly string[],
  run: (call: Call<P>) => object,
): Route {
  return { method, path, params, built, run: run };
}

/** The row, or Stripe's 404 for an id that names nothing. */
export function found<T>(row: T | undefined, what: string, id: string, param = 'id'): T {
  if (row === undefined) throw noSuch(what, id, param) satisfies ApiError;
  return row;
}
