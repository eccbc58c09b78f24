import { ok, refused, type Instant, type Result } from '#kernel';
import { isOver } from './deadlines.ts';

/** How the window to reply stands. */
export interface ReplyWindow {
  readonly bondState: string;
  readonly replyBy: Instant | null;
  /** A question of the payer or the traveller waits for an answer: the clock stands still (R31). */
  readonly isPaused: boolean;
  readonly now: Instant;
}

export const QUESTIONS_MAX = 3;
/** Letters in one text. */
export const TEXT_MAX = 4000;

export const isWindowOpen = ({ bondState, replyBy, isPaused, now }: ReplyWindow): boolean =>
  bondState === 'notice_given' && replyBy !== null && (isPaused || !isOver(replyBy, now));

export type ReplyRefusal = 'wrong_state' | 'too_late';

/** A reply may be sent, and sent again, until the window ends. */
export function mayReply(w: ReplyWindow): Result<true, ReplyRefusal> {
  if (w.bondState !== 'notice_given' || !w.replyBy) return refused('wrong_state');
  return isWindowOpen(w) ? ok(true) : refused('too_late');
}

export type QuestionRefusal = ReplyRefusal | 'question_open' | 'too_many_questions';

/** One question at a time, and not so many that the clock never runs. */
export function mayAsk(w: ReplyWindow, asked: number): Result<true, QuestionRefusal> {
  const may = mayReply(w);
  if (!may.ok) return may;
  if (w.isPaused) return refused('question_open');
  return asked < QUESTIONS_MAX ? ok(true) : refused('too_many_questions');
}
