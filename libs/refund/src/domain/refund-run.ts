/** Why refunds are paused; each code has a text in both languages. */
export const pauseReasons = ['processor_problem', 'books_disagree', 'suspicious_refunds'] as const;
export type PauseReason = (typeof pauseReasons)[number];
export const isPauseReason = (code: string): code is PauseReason =>
  (pauseReasons as readonly string[]).includes(code);

/** Refunds are spread a little wider than allowed: what leaves in time may arrive closer together. */
const HEADROOM = 1.04;

/** Seconds from one refund to the next, for so many a second. */
export const spacingOf = (perSecond: number): number => HEADROOM / perSecond;

/** Whole minutes until so many have left; at least one while there are any. */
export const minutesLeft = (waiting: number, perSecond: number): number =>
  Math.ceil((waiting * spacingOf(perSecond)) / 60);
