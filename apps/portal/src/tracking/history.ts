import type { CaseEvent, CaseStep } from '#application';
import type { BondEvent, BondStep } from '#bond-escrow';
import { Temporal, type Instant, type PlainDate } from '#kernel';
import type { DisbursementStep, DisbursementEvent } from '#refund';

type By = 'you' | 'consulate' | 'itself';

export interface HistoryItem {
  /** Part of the text's key after `tracking.history.`. */
  readonly key: string;
  readonly at: Instant;
  /** Where only the day is known, such as that of a departure. */
  readonly day?: PlainDate;
  readonly by: By;
}

// The same moment told twice is told once, in the words of the bond.
const CASE_SHOWN: Record<CaseEvent, boolean> = {
  submitted: true,
  review_started: true,
  information_requested: true,
  information_given: true,
  information_not_given: true,
  refused: true,
  bond_required: true,
  approved_without_bond: true,
  bond_posted: false,
  bond_lapsed: false,
  reopened: true,
  visa_issued: true,
  refused_after_posting: true,
  payment_reversed: false,
  admitted: true,
  admission_taken_back: true,
  closed: true,
  withdrawn: true,
};
const BOND_SHOWN: Record<BondEvent, boolean> = {
  payment_started: true,
  payment_ended: true,
  money_arrived: true,
  lapsed: true,
  withdrawn: false,
  reopened: false,
  corrected: true,
  cancelled: true,
  late_proof_accepted: true,
  evidence_requested: true,
  referred: true,
  stay_extended: true,
  notice_given: true,
  found_not_breached: true,
  breach_declared: true,
  appealed: true,
  overturned: true,
  upheld: true,
  became_final: true,
  rescinded: true,
  money_moved: false,
  refund_failed: false,
  charged_back: true,
  dispute_won: true,
  required_again: true,
};
const REFUND_SHOWN: Record<DisbursementEvent, boolean> = {
  approved: true,
  stopped: true,
  withdrawn: true,
  sending_started: false,
  sending_unclear: true,
  processor_succeeded: true,
  processor_pending: true,
  processor_requires_action: true,
  processor_failed: true,
  processor_canceled: true,
  success_undone: true,
  succeeded_after_failure: true,
  put_in_file: true,
  bank_accepted: false,
  bank_booked: true,
  bank_rejected: true,
  bank_returned: true,
};

export interface HistoryFacts {
  readonly openedAt: Instant;
  readonly case: readonly CaseStep[];
  readonly bond: readonly BondStep[];
  readonly refund: readonly DisbursementStep[];
  /** When the undertaking was signed; null until then. */
  readonly signedAt: Instant | null;
  /** The day of the departure in the port's zone; null until one is recorded. */
  readonly departedOn: PlainDate | null;
  /** Who reads it. */
  readonly accountId: string;
}

/** Everything that happened to case, bond and refund, the newest first. */
export function historyOf(f: HistoryFacts): HistoryItem[] {
  const by = (step: { actorKind: string; actorId: string | null }): By => {
    if (step.actorId === f.accountId) return 'you';
    return step.actorKind === 'account' ? 'consulate' : 'itself';
  };
  const items: HistoryItem[] = [
    { key: 'case.opened', at: f.openedAt, by: 'you' },
    ...(f.signedAt ? [{ key: 'bond.signed', at: f.signedAt, by: 'you' as const }] : []),
    ...f.case
      .filter((s) => CASE_SHOWN[s.event as CaseEvent])
      .map((s) => ({ key: `case.${s.event}`, at: s.happenedAt, by: by(s) })),
    ...departureOf(f),
    ...f.bond
      .filter((s) => BOND_SHOWN[s.event as BondEvent])
      .map((s) => ({ key: `bond.${s.event}`, at: s.happenedAt, by: by(s) })),
    ...f.refund
      .filter((s) => REFUND_SHOWN[s.event])
      .map((s) => ({ key: `refund.${s.event}`, at: s.at, by: by(s) })),
  ];
  // Stable: of what happened in one moment, what came last stays on top.
  return items
    .map((item, order) => ({ item, order }))
    .sort((a, b) => Temporal.Instant.compare(b.item.at, a.item.at) || b.order - a.order)
    .map(({ item }) => item);
}

/** The record has a day and no hour: it stands at that day's beginning, yet after the entry. */
function departureOf({ departedOn, case: steps }: HistoryFacts): HistoryItem[] {
  if (!departedOn) return [];
  const begins = departedOn.toZonedDateTime('UTC').toInstant();
  const entered = steps.findLast((s) => s.event === 'admitted')?.happenedAt ?? begins;
  const at = Temporal.Instant.compare(begins, entered) < 0 ? entered : begins;
  return [{ key: 'case.departed', at, day: departedOn, by: 'itself' }];
}
