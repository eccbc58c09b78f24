import type { Answers, FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { StayContent } from './stay-desk.service.ts';

export interface StayPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: StayContent;
  readonly values: Answers;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}
