import { ok, refused, type Result } from '#kernel';

export interface NoticeFacts {
  readonly bondState: string;
  /** Whether who gives it proposed or approved what the bond asks (R19). */
  readonly hasSetTheBond: boolean;
  /** How many grounds it names. */
  readonly named: number;
}

export type NoticeRefusal = 'wrong_state' | 'set_the_bond' | 'no_ground';

/** A notice of intent names at least one ground, with what happened (R19). */
export function mayGiveNotice(f: NoticeFacts): Result<true, NoticeRefusal> {
  if (f.bondState !== 'referred') return refused('wrong_state');
  if (f.hasSetTheBond) return refused('set_the_bond');
  return f.named > 0 ? ok(true) : refused('no_ground');
}
