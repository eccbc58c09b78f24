import type { Answers, FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { EvidenceContent } from './evidence-desk.service.ts';

export interface EvidencePageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: EvidenceContent;
  readonly values: Answers;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}
