import type { RulingKind } from './ruling.ts';
import type { RulingState } from './ruling.lifecycle.ts';

/** Where a file stands, who has to act, and what the pages say of it. */
export const breachStandings = {
  referred: { who: 'adjudicator' },
  replying: { who: 'payer' },
  paused: { who: 'adjudicator' },
  to_decide: { who: 'adjudicator' },
  decision_proposed: { who: 'second_adjudicator' },
  declared: { who: 'payer' },
  appealed: { who: 'appeal_member' },
  appeal_proposed: { who: 'second_member' },
  rescission_proposed: { who: 'second_adjudicator' },
  being_carried_out: { who: 'nobody' },
  stopped: { who: 'nobody' },
  returned: { who: 'nobody' },
  final: { who: 'nobody' },
} as const satisfies Record<string, { who: string }>;
export type BreachStanding = keyof typeof breachStandings;

export interface StandingFacts {
  readonly bondState: string;
  readonly isWindowOpen: boolean;
  readonly isPaused: boolean;
  /** The ruling that is proposed or being carried out. */
  readonly open: { readonly kind: RulingKind; readonly state: RulingState } | null;
  /** Something was forfeited and has not come back. */
  readonly isForfeited: boolean;
}

const PROPOSED: Readonly<Record<RulingKind, BreachStanding>> = {
  decision: 'decision_proposed',
  appeal: 'appeal_proposed',
  rescission: 'rescission_proposed',
};

export function standingOf(f: StandingFacts): BreachStanding {
  if (f.open) return f.open.state === 'approved' ? 'being_carried_out' : PROPOSED[f.open.kind];
  switch (f.bondState) {
    case 'referred':
      return 'referred';
    case 'notice_given':
      if (f.isPaused) return 'paused';
      return f.isWindowOpen ? 'replying' : 'to_decide';
    case 'breach_declared':
      return 'declared';
    case 'appealed':
      return 'appealed';
    case 'upheld':
    case 'breach_final':
      return 'final';
    // A longer stay was granted: nothing is suspected of the earlier date (R17).
    case 'held':
    case 'evidence_requested':
      return 'stopped';
    default:
      return f.isForfeited ? 'final' : 'returned';
  }
}
