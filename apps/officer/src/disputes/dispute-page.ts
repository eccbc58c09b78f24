import type { Instant } from '#kernel';
import type { DisputeView } from '#refund';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';

/** What the page of a dispute is given. */
export interface DisputePageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly dispute: DisputeView;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly notice: unknown;
}
