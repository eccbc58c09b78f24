import type { FreezeReason } from './freeze.lifecycle.ts';

/** What stops a case or its money: money that left elsewhere (R35), or a freeze, by officers or a bank's warning. */
export type Freeze = 'reversal' | FreezeReason;

/** What can be stopped. */
export type FrozenAct =
  | 'issue_visa'
  | 'return_by_rule'
  | 'return_by_people'
  | 'send_disbursement'
  | 'ask_for_proof'
  | 'rule_on_breach'
  | 'end_appeal_window'
  | 'move_suspense';

/**
 * Which freeze stops what. Money that may be gone stops all that speaks of it. A suspicion, ours or
 * of the bank whose card paid, stops visa and money, but not the law's course: a departure and a missing one count as ever, the traveller is
 * asked for proof, and an appeal window ends when it ends. On a sanctions list the state may not take
 * the money either, so the breach does not become final.
 */
export const freezeMatrix = {
  issue_visa: { reversal: true, fraud_suspected: true, fraud_warning: true, sanctions_match: true },
  return_by_rule: {
    reversal: true,
    fraud_suspected: true,
    fraud_warning: true,
    sanctions_match: true,
  },
  return_by_people: {
    reversal: true,
    fraud_suspected: true,
    fraud_warning: true,
    sanctions_match: true,
  },
  send_disbursement: {
    reversal: true,
    fraud_suspected: true,
    fraud_warning: true,
    sanctions_match: true,
  },
  ask_for_proof: {
    reversal: true,
    fraud_suspected: false,
    fraud_warning: false,
    sanctions_match: false,
  },
  rule_on_breach: {
    reversal: true,
    fraud_suspected: true,
    fraud_warning: true,
    sanctions_match: true,
  },
  end_appeal_window: {
    reversal: true,
    fraud_suspected: false,
    fraud_warning: false,
    sanctions_match: true,
  },
  move_suspense: {
    reversal: true,
    fraud_suspected: true,
    fraud_warning: true,
    sanctions_match: true,
  },
} as const satisfies Record<FrozenAct, Readonly<Record<Freeze, boolean>>>;

/** Money that left elsewhere comes first: it says why more is missing. */
const ORDER: readonly Freeze[] = [
  ...(['reversal', 'sanctions_match', 'fraud_suspected', 'fraud_warning'] as const),
];

/** The first of these freezes that stops this act; null when none does. */
export const stoppedBy = (act: FrozenAct, inForce: ReadonlySet<Freeze>): Freeze | null =>
  ORDER.find((freeze) => inForce.has(freeze) && freezeMatrix[act][freeze]) ?? null;

const frozenCodes = ['money_left_elsewhere', 'case_frozen'] as const;
export type FrozenCode = (typeof frozenCodes)[number];
/** Whether something only waits: what stops it ends one day, and then it is done. */
export const isFrozenCode = (code: string): code is FrozenCode =>
  (frozenCodes as readonly string[]).includes(code);

/** How an act is refused. Why a case is frozen stands on its page, for who may read it. */
export const frozenCode = (by: Freeze): FrozenCode =>
  by === 'reversal' ? 'money_left_elsewhere' : 'case_frozen';
