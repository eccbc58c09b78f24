import { ok, refused, type Instant, type Result } from '#kernel';
import { isOver } from './deadlines.ts';

export interface AppealFacts {
  readonly bondState: string;
  readonly appealBy: Instant | null;
  /** Only whose money it is may appeal. */
  readonly isPayer: boolean;
  readonly now: Instant;
}

export type AppealRefusal = 'wrong_state' | 'not_the_payer' | 'too_late';

/** The payer may appeal once, within the window (R22). */
export function mayAppeal(f: AppealFacts): Result<true, AppealRefusal> {
  if (!f.isPayer) return refused('not_the_payer');
  if (f.bondState !== 'breach_declared' || !f.appealBy) return refused('wrong_state');
  return isOver(f.appealBy, f.now) ? refused('too_late') : ok(true);
}

/** Nobody appealed in time: the breach is final by the rule (R23). */
export const isFinalByRule = (f: Pick<AppealFacts, 'bondState' | 'appealBy' | 'now'>): boolean =>
  f.bondState === 'breach_declared' && f.appealBy !== null && isOver(f.appealBy, f.now);
