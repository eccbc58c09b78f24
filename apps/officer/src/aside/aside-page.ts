import type { FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { AsideContent } from './aside-contents.service.ts';

/** What the page of a record that was set aside, and its parts, are shown with. */
export interface AsidePageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: AsideContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}
