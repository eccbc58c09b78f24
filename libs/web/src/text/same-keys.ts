/** The same keys, any words: what a translation must be, no key less and none more. */
export type SameKeys<R> = {
  readonly [K in keyof R]: R[K] extends string ? string : SameKeys<R[K]>;
};
