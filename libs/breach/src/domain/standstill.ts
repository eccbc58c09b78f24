/** Who has to act before a bond or its refund goes on. */
export type NextToAct =
  | ('treasury' | 'second_treasury' | 'bank' | 'officer' | 'head_of_section')
  | ('payer' | 'appeal_member' | 'border' | 'portal');

/** Why it stands still. */
export type StandstillCode =
  | ('dispute' | 'refund' | 'recall' | 'fraud_suspected' | 'fraud_warning' | 'sanctions_match')
  | ('appeal_window' | 'appeal_open' | 'records_incomplete');

/** What was found in the way of one bond, as its row says it. */
export type Obstacle =
  | {
      readonly cause: 'reversal';
      readonly kind: 'dispute' | 'refund' | 'recall';
      readonly state: 'open' | 'proposed' | 'approved';
      readonly money: 'waiting' | 'withdrawn' | 'left' | 'back';
    }
  | {
      readonly cause: 'freeze';
      readonly reason: 'fraud_suspected' | 'fraud_warning' | 'sanctions_match';
      readonly state: 'in_force' | 'lift_proposed' | 'lift_approved';
    }
  | { readonly cause: 'breach'; readonly bondState: 'breach_declared' | 'appealed' }
  | { readonly cause: 'records' };

export interface Reason {
  readonly code: StandstillCode;
  readonly who: NextToAct;
}

/** Why a bond or its refund waits, and who has to act. */
export function reasonOf(obstacle: Obstacle): Reason {
  switch (obstacle.cause) {
    case 'reversal':
      return { code: obstacle.kind, who: settles(obstacle) };
    case 'freeze':
      return { code: obstacle.reason, who: LIFTS[obstacle.state] };
    case 'breach':
      return obstacle.bondState === 'appealed'
        ? { code: 'appeal_open', who: 'appeal_member' }
        : { code: 'appeal_window', who: 'payer' };
    case 'records':
      return { code: 'records_incomplete', who: 'border' };
  }
}

const LIFTS = {
  in_force: 'officer',
  lift_proposed: 'head_of_section',
  lift_approved: 'portal',
} as const satisfies Record<string, NextToAct>;

/** Nobody here can settle what the bank has not decided: its money has not left for good (R35). */
function settles({ state, money }: Extract<Obstacle, { cause: 'reversal' }>): NextToAct {
  if (state === 'proposed') return 'second_treasury';
  if (state !== 'open' || money === 'back') return 'portal';
  return money === 'left' ? 'treasury' : 'bank';
}
