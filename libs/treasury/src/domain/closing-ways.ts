import { addDays, daysBetween, isOnOrBefore, type Money, type PlainDate } from '#kernel';

/** So many days before a way closes it is on the desk; so many before, on the page. */
export const DESK_DAYS = 14;
export const SHOWN_DAYS = 60;
/** What closed longer ago than that is no news: a refund of it waits for the treasury by itself. */
export const OVER_DAYS = 90;
/** So many days before, the payer is asked for an account: time to read mail, and to answer. */
export const TELL_DAYS = 30;
/** Within so many days of a bond's end its refund is on its way at the latest. */
export const RETURN_DAYS = 14;

/** Money that is held for a bond, and all that is known of its way back. */
export interface HeldMoney {
  readonly bondId: string;
  readonly reference: string;
  readonly amount: Money;
  /** As the processor names how it was paid: card, us_bank_account, customer_balance. */
  readonly method: string | null;
  /** When it came, UTC. */
  readonly heldSince: PlainDate;
  /** The last day on which the processor refunds it as it came; null without a limit. */
  readonly refundableUntil: PlainDate | null;
  /** The last day of the card by which it was paid; null for another way, and while it is not known. */
  readonly cardExpiresOn: PlainDate | null;
  /** When the stay or the visa ends; null while there is no visa. */
  readonly expectedEnd: PlainDate | null;
  /** Whether its payer has given a bank account beforehand. */
  readonly hasAccount: boolean;
  /** When its payer was asked for one by email, UTC; null when not yet. */
  readonly toldOn: PlainDate | null;
  /** The refund that is open; null while nothing is to be returned. */
  readonly refundId: string | null;
}

/** What closes: the way by debit or transfer, the card, or how long the processor may hold money. */
type ClosingWhat = 'bank_debit' | 'bank_transfer' | 'card' | 'holding';

/** The one thing to do now. */
type ClosingStep = 'nothing' | 'ask_on_refund' | 'ask_payer' | 'send_to_bank';

export interface ClosingWay {
  readonly bondId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly refundId: string | null;
  readonly what: ClosingWhat;
  /** The last day. */
  readonly on: PlainDate;
  readonly isOver: boolean;
  readonly step: ClosingStep;
  /** When the payer was asked for a bank account by email; null when not, and where no account helps. */
  readonly toldOn: PlainDate | null;
}

const BANK_WAYS: Readonly<Record<string, ClosingWhat>> = {
  us_bank_account: 'bank_debit',
  customer_balance: 'bank_transfer',
};

/** The last day on which the processor may hold what came that day. */
const holdableUntil = (since: PlainDate, holdingDays: number): PlainDate =>
  addDays(since, holdingDays);

/**
 * What closes soon, or has closed, while its money is still held; the first day first. What goes back
 * in time anyway is left out until its last days: plans change.
 */
export function closingWays(
  held: readonly HeldMoney[],
  o: { readonly today: PlainDate; readonly holdingDays: number },
): ClosingWay[] {
  return held
    .flatMap((money) => [...wayOf(money, o.today), ...holdingOf(money, o)])
    .sort((a, b) => daysBetween(b.on, a.on) || (a.reference < b.reference ? -1 : 1));
}

function wayOf(money: HeldMoney, today: PlainDate): ClosingWay[] {
  const what = BANK_WAYS[money.method ?? ''] ?? 'card';
  const on = what === 'card' ? money.cardExpiresOn : money.refundableUntil;
  if (!on || !isDue(on, today)) return [];
  const isNear = daysBetween(today, on) <= DESK_DAYS;
  const isInTime =
    money.expectedEnd !== null && isOnOrBefore(addDays(money.expectedEnd, RETURN_DAYS), on);
  if (!isNear && isInTime) return [];
  return [{ ...closing(money, what, on, today), step: stepOf(money), toldOn: money.toldOn }];
}

function holdingOf(
  money: HeldMoney,
  { today, holdingDays }: { readonly today: PlainDate; readonly holdingDays: number },
): ClosingWay[] {
  const on = holdableUntil(money.heldSince, holdingDays);
  if (!isDue(on, today)) return [];
  return [{ ...closing(money, 'holding', on, today), step: 'send_to_bank', toldOn: null }];
}

const isDue = (on: PlainDate, today: PlainDate): boolean =>
  daysBetween(today, on) <= SHOWN_DAYS && daysBetween(on, today) <= OVER_DAYS;

function stepOf({ hasAccount, refundId }: HeldMoney): ClosingStep {
  if (hasAccount) return 'nothing';
  return refundId ? 'ask_on_refund' : 'ask_payer';
}

const closing = (
  { bondId, reference, amount, refundId }: HeldMoney,
  what: ClosingWhat,
  on: PlainDate,
  today: PlainDate,
) => ({
  ...{ bondId, reference, amount, refundId, what, on },
  isOver: daysBetween(today, on) < 0,
});
