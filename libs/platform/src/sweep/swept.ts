/** Each part by its name, which the log says when it fails. */
export type SweepParts = Readonly<Record<string, () => Promise<unknown>>>;

/** In a library: what it finds by looking, every minute, in the worker. */
export interface Swept {
  sweepParts(): SweepParts;
}
