/** Why refunds are paused; each code has a text in both languages. */
export const pauseReasons = ['processor_problem', 'books_disagree', 'suspicious_refunds'] as const;
export type PauseReason = (typeof pauseReasons)[number];
export const isPauseReason = (code: string): code is PauseReason =>
  (pauseReasons as readonly string[]).includes(code);

/** Refunds are spread a little wider than allowed: what leaves in time may arrive closer together. */
const HEADROOM = 1.045;

/** Seconds from one refund to the next, for so many a second. */
export const spacingOf = (perSecond: number): number => HEADROOM / perSecond;

/** Each answer takes the processor so long, and twice that at times. */
const ANSWER_SECONDS = 0.5;
/** So many wait for a turn or an answer when the treasury pauses, and still leave. */
const AT_ONCE_MAX = 256;

/** How many refunds a worker has under way at once, for so many a second. */
export const atOnceOf = (perSecond: number): number =>
  Math.min(AT_ONCE_MAX, Math.ceil(perSecond * ANSWER_SECONDS));

/** Whole minutes until so many have left; at least one while there are any. */
export const minutesLeft = (waiting: number, perSecond: number): number =>
  Math.ceil((waiting * spacingOf(perSecond)) / 60);
