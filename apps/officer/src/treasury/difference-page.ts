import type { Instant } from '#kernel';
import type { DifferenceView, UnbookedMovement } from '#treasury';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';

export interface DifferencePageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly difference: DifferenceView;
  /** What a booking would book. */
  readonly unbooked: readonly UnbookedMovement[];
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly notice: unknown;
}
