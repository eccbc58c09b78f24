import type { FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { MatchingContent } from './matching-desk.service.ts';

/** What the page of a pair and its parts are shown with. */
export interface MatchingPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: MatchingContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}
