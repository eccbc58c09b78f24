import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { AskedOfApplicant } from './case-information.service.ts';
import type { CaseContent } from './case-file.service.ts';

/** What the page of a case, and each panel on it, shows. */
export interface CasePageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: CaseContent;
  /** What was asked of the applicant, the newest first. */
  readonly information: readonly AskedOfApplicant[];
  readonly notice?: unknown;
}
