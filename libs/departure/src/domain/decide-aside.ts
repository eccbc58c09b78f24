import { mayBeSecond } from '#kernel';
import {
  movementProposalLifecycle,
  type MovementProposalState,
} from './movement-proposal.lifecycle.ts';

/** What may become of a record that was set aside: no rule uses it, or the rules look again. */
export type AsideKind = 'dismiss' | 'assess_again';

/** Why no rule is to use it; each has a text in both languages. */
export const dismissReasons = [
  'not_our_traveller',
  'another_person',
  'duplicate',
  'record_in_error',
] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** Why another person does not agree; the last is of who proposed it. */
export const dismissDeclines = [
  'may_be_ours',
  'ask_the_border',
  'another_reason',
  'taken_back',
] as const;
export type DismissDecline = (typeof dismissDeclines)[number];

export const isDismissReason = (code: unknown): code is DismissReason =>
  (dismissReasons as readonly unknown[]).includes(code);
export const isDismissDecline = (code: unknown): code is DismissDecline =>
  (dismissDeclines as readonly unknown[]).includes(code);

/**
 * Whether another person has to agree that a record is dismissed: a departure that is dismissed may
 * cost a payer the bond, an admission may return it as if the visa had never been used (R15b). One
 * person is enough only where it is known whose the record is, and no bond of theirs was ever posted.
 * `app.may_dismiss_alone` says the same in the database.
 */
export const dismissalNeedsTwo = (f: {
  readonly isTravellerKnown: boolean;
  /** Any of the traveller's bonds was, ever. */
  readonly isBondPosted: boolean;
}): boolean => !f.isTravellerKnown || f.isBondPosted;

/** Whether this person may answer so. Approving takes another one than proposed it. */
export const mayAnswerAside = (
  row: { readonly state: MovementProposalState; readonly proposedBy: string },
  event: 'approved' | 'declined',
  personId: string,
) => mayBeSecond(movementProposalLifecycle, row, event, personId, 'declined');
