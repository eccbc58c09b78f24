import type { Result } from '#kernel';
import type { Somebody } from '../../support/signed-in.ts';

/** A step of two people: how the first begins it, and how it would be approved. */
export interface Step {
  /** The first of them does his part; what is then to be approved. */
  readonly propose: (who: Somebody) => Promise<string>;
  readonly approve: (who: Somebody, id: string) => Promise<Result<unknown, string>>;
  readonly table: string;
  /** What approving writes, with $2 for who approves. */
  readonly writes: string;
}
