import type { CaseState } from '#application';
import type { BondState } from '#bond-escrow';
import type { BreachStanding } from '#breach';
import type { TrackerNext } from '#refund';
import type { Tone } from '#web';
import type { PayingKind } from '../bond/paying.ts';

/** Where a case stands, in the words that the applicant is told. Each has its texts. */
export const situations = [
  ...(['draft', 'submitted', 'in_review', 'information_requested'] as const),
  'refused',
  ...(['bond_to_sign', 'bond_to_pay', 'bond_paying'] as const),
  ...(['bond_debit', 'bond_transfer', 'bond_in_part'] as const),
  ...(['bond_payer_asked', 'bond_with_payer'] as const),
  'bond_lapsed',
  'approved_without_bond',
  'bond_held',
  'payment_disputed',
  'visa_issued',
  'travelling',
  'evidence_needed',
  'evidence_sent',
  'proof_sent',
  'bond_in_question',
  'breach_reply',
  'breach_paused',
  'breach_to_decide',
  'breach_declared',
  'breach_with_payer',
  'breach_appealed',
  'breach_final',
  'payment_reversed',
  'refund_under_way',
  'refund_waits',
  'refund_needs_you',
  'refund_needs_account',
  'refund_account_given',
  'refund_problem',
  'refund_waits_for_us',
  'refund_to_payer',
  'refunded',
  'refunded_to_payer',
  'closed',
  'withdrawn',
] as const;
export type Situation = (typeof situations)[number];

export interface SituationFacts {
  readonly caseState: CaseState;
  /** Null while no bond was asked. */
  readonly bondState: BondState | null;
  readonly isSigned: boolean;
  /** Whether who reads it pays; else somebody took the bond on. */
  readonly isPayer: boolean;
  /** Somebody was asked to pay and has not answered; null where nobody was. */
  readonly asked: 'waits' | null;
  /** A payment that takes days, and how it stands; null without one. */
  readonly paying: PayingKind | null;
  /** Officers have proof of a departure that no record shows, asked for or not. */
  readonly isEvidenceSent: boolean;
  /** The bank of whoever paid has the money, or takes it, and nothing is settled. */
  readonly isDisputed: boolean;
  /** Where the file of a suspected breach stands; null without one. */
  readonly breach: BreachStanding | null;
  /** Null while nothing is being returned. */
  readonly refund: { readonly next: TrackerNext; readonly isReturned: boolean } | null;
}

/** What the case alone says; null where the bond must be asked. */
const BY_CASE: Record<CaseState, Situation | null> = {
  draft: 'draft',
  submitted: 'submitted',
  in_review: 'in_review',
  information_requested: 'information_requested',
  refused: 'refused',
  bond_required: null,
  approved_without_bond: 'approved_without_bond',
  bond_posted: null,
  bond_lapsed: 'bond_lapsed',
  refused_after_posting: null,
  visa_issued: null,
  travelling: null,
  closed: null,
  withdrawn: null,
};
/** What is said when the bond has nothing to add. */
const OTHERWISE: Partial<Record<CaseState, Situation>> = {
  refused_after_posting: 'refused',
  visa_issued: 'visa_issued',
  travelling: 'travelling',
  withdrawn: 'withdrawn',
};

type FromBond = Situation | 'to_post' | 'with_case' | 'refund';
const BY_BOND: Record<BondState, FromBond> = {
  required: 'to_post',
  payment_started: 'bond_paying',
  held: 'with_case',
  lapsed: 'bond_lapsed',
  withdrawn: 'withdrawn',
  cancelled: 'refund',
  evidence_requested: 'evidence_needed',
  referred: 'bond_in_question',
  notice_given: 'bond_in_question',
  not_breached: 'bond_in_question',
  breach_declared: 'bond_in_question',
  appealed: 'bond_in_question',
  upheld: 'bond_in_question',
  overturned: 'bond_in_question',
  breach_final: 'bond_in_question',
  rescinded: 'bond_in_question',
  unsecured: 'payment_reversed',
  closed: 'refund',
};
const BY_PAYING: Record<PayingKind, Situation> = {
  debit: 'bond_debit',
  transfer: 'bond_transfer',
  part: 'bond_in_part',
};
const BY_REFUND: Record<TrackerNext, Situation> = {
  we_send: 'refund_under_way',
  we_check: 'refund_under_way',
  we_top_up: 'refund_waits_for_us',
  payment_settles: 'refund_under_way',
  bank_books: 'refund_under_way',
  payer_gives_details: 'refund_needs_you',
  treasury_looks: 'refund_waits',
  treasury_decides: 'refund_problem',
  payer_gives_account: 'refund_needs_account',
  treasury_checks_account: 'refund_account_given',
  nothing: 'refunded',
};

/** What a file of a suspected breach says before the bond does; null where it adds nothing. */
const BY_BREACH: Record<BreachStanding, Situation | null> = {
  referred: 'bond_in_question',
  replying: 'breach_reply',
  paused: 'breach_paused',
  to_decide: 'breach_to_decide',
  decision_proposed: 'breach_to_decide',
  declared: 'breach_declared',
  appealed: 'breach_appealed',
  appeal_proposed: 'breach_appealed',
  rescission_proposed: 'breach_declared',
  being_carried_out: 'breach_to_decide',
  stopped: null,
  returned: null,
  final: 'breach_final',
};

/** The bond adds nothing; but whoever says to have left is not told to leave. */
function ofHeldBond(
  { caseState, isEvidenceSent, isDisputed }: SituationFacts,
  otherwise: Situation,
): Situation {
  if (caseState === 'bond_posted') return isDisputed ? 'payment_disputed' : 'bond_held';
  return caseState === 'travelling' && isEvidenceSent ? 'proof_sent' : otherwise;
}

/** What a payer alone can do, as an applicant is told it whose bond somebody else pays. */
const WITH_PAYER: Partial<Record<Situation, Situation>> = {
  bond_to_sign: 'bond_with_payer',
  bond_to_pay: 'bond_with_payer',
  bond_paying: 'bond_with_payer',
  bond_debit: 'bond_with_payer',
  bond_transfer: 'bond_with_payer',
  bond_in_part: 'bond_with_payer',
  breach_declared: 'breach_with_payer',
  refund_under_way: 'refund_to_payer',
  refund_waits: 'refund_to_payer',
  refund_needs_you: 'refund_to_payer',
  refund_needs_account: 'refund_to_payer',
  refund_account_given: 'refund_to_payer',
  refund_problem: 'refund_to_payer',
  refund_waits_for_us: 'refund_to_payer',
  refunded: 'refunded_to_payer',
};
const ASKED: readonly Situation[] = ['bond_to_sign', 'bond_to_pay'];

export function situationOf(f: SituationFacts): Situation {
  const told = ofBondAndCase(f);
  if (!f.isPayer) return WITH_PAYER[told] ?? told;
  return f.asked && ASKED.includes(told) ? 'bond_payer_asked' : told;
}

function ofBondAndCase(f: SituationFacts): Situation {
  const byCase = BY_CASE[f.caseState];
  if (byCase) return byCase;
  const otherwise = OTHERWISE[f.caseState] ?? 'closed';
  if (f.bondState === null) return otherwise;
  const byBreach = f.breach && BY_BREACH[f.breach];
  if (byBreach) return byBreach;
  const byBond = BY_BOND[f.bondState];
  if (byBond === 'evidence_needed' && f.isEvidenceSent) return 'evidence_sent';
  if (byBond === 'bond_paying') return f.paying ? BY_PAYING[f.paying] : byBond;
  if (byBond === 'to_post') return f.isSigned ? 'bond_to_pay' : 'bond_to_sign';
  if (byBond === 'with_case') return ofHeldBond(f, otherwise);
  if (byBond !== 'refund') return byBond;
  if (f.refund) return f.refund.isReturned ? 'refunded' : BY_REFUND[f.refund.next];
  return f.bondState === 'cancelled' ? 'refund_under_way' : 'closed';
}

export type WhoActs = 'you' | 'nobody' | 'payer' | 'consulate' | 'processor' | 'treasury';

/** Who must act, and how urgent it looks. */
export const standing: Record<Situation, { who: WhoActs; tone: Tone }> = {
  draft: { who: 'you', tone: 'info' },
  submitted: { who: 'consulate', tone: 'info' },
  in_review: { who: 'consulate', tone: 'info' },
  information_requested: { who: 'you', tone: 'wait' },
  refused: { who: 'nobody', tone: 'bad' },
  bond_to_sign: { who: 'you', tone: 'wait' },
  bond_to_pay: { who: 'you', tone: 'wait' },
  bond_paying: { who: 'you', tone: 'wait' },
  bond_payer_asked: { who: 'payer', tone: 'wait' },
  bond_with_payer: { who: 'payer', tone: 'wait' },
  bond_debit: { who: 'processor', tone: 'info' },
  bond_transfer: { who: 'you', tone: 'wait' },
  bond_in_part: { who: 'you', tone: 'wait' },
  bond_lapsed: { who: 'consulate', tone: 'bad' },
  approved_without_bond: { who: 'consulate', tone: 'info' },
  bond_held: { who: 'consulate', tone: 'info' },
  payment_disputed: { who: 'treasury', tone: 'bad' },
  visa_issued: { who: 'you', tone: 'good' },
  travelling: { who: 'you', tone: 'wait' },
  evidence_needed: { who: 'you', tone: 'wait' },
  evidence_sent: { who: 'consulate', tone: 'info' },
  proof_sent: { who: 'consulate', tone: 'info' },
  bond_in_question: { who: 'consulate', tone: 'wait' },
  breach_reply: { who: 'you', tone: 'wait' },
  breach_paused: { who: 'consulate', tone: 'info' },
  breach_to_decide: { who: 'consulate', tone: 'info' },
  breach_declared: { who: 'you', tone: 'bad' },
  breach_with_payer: { who: 'payer', tone: 'bad' },
  breach_appealed: { who: 'consulate', tone: 'info' },
  breach_final: { who: 'nobody', tone: 'neutral' },
  payment_reversed: { who: 'consulate', tone: 'bad' },
  refund_under_way: { who: 'processor', tone: 'info' },
  refund_waits: { who: 'treasury', tone: 'info' },
  refund_needs_you: { who: 'you', tone: 'wait' },
  refund_needs_account: { who: 'you', tone: 'wait' },
  refund_account_given: { who: 'treasury', tone: 'info' },
  refund_problem: { who: 'treasury', tone: 'wait' },
  refund_waits_for_us: { who: 'treasury', tone: 'wait' },
  refund_to_payer: { who: 'processor', tone: 'info' },
  refunded: { who: 'nobody', tone: 'good' },
  refunded_to_payer: { who: 'nobody', tone: 'good' },
  closed: { who: 'nobody', tone: 'neutral' },
  withdrawn: { who: 'nobody', tone: 'neutral' },
};
