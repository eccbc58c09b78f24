import { decimalText, money, type Money } from '#kernel';

/** Which shape the file has. Another shape is another number: a month keeps the one it was closed with. */
export const MONTH_FORM = 1;

/** Names of columns are for programs, and the same in every language. */
export const MONTH_HEADER = [
  ...['row', 'booked_at', 'happened_at', 'account', 'debit', 'credit', 'currency'],
  ...['owner', 'line', 'code', 'cause'],
] as const;

export type MonthRecord = readonly string[];

interface Held {
  readonly account: string;
  /** Debit minus credit. */
  readonly balance: Money;
}

interface Moved {
  readonly ownerId: string;
  readonly seq: number;
  readonly code: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: Money;
  readonly cause: string;
  readonly happenedAt: string;
  readonly learnedAt: string;
}

/** On which side an amount stands; none is below zero. */
const sides = ({ minor, currency }: Money): [string, string] => {
  const text = (of: bigint) => (of > 0n ? decimalText(money(of, currency)) : '');
  return [text(minor), text(-minor)];
};
const NOTHING_ELSE = ['', '', '', ''];

/** The line that says what the file is: from when until before when, in UTC. */
export const aboutRecord = (month: string, from: string, until: string): MonthRecord => [
  ...['file', from, until, '', '', '', '', '', '', `form_${MONTH_FORM}`, month],
];

/** What an account held when the month began. */
export const openingRecord = ({ account, balance }: Held, at: string): MonthRecord => [
  ...['opening', at, '', account, ...sides(balance), balance.currency, ...NOTHING_ELSE],
];

/** On the other side than the balance, so that debits and credits of every account come to the same. */
export const closingRecord = ({ account, balance }: Held, at: string): MonthRecord => [
  ...['closing', at, '', account, ...sides(balance).reverse(), balance.currency, ...NOTHING_ELSE],
];

/** A transfer as an accountant enters it: one line for each of its two accounts. */
export function transferRecords(t: Moved): [MonthRecord, MonthRecord] {
  const amount = decimalText(t.amount);
  const line = (account: string, debit: string, credit: string): MonthRecord => [
    ...['transfer', t.learnedAt, t.happenedAt, account, debit, credit, t.amount.currency],
    ...[t.ownerId, `${t.seq}`, t.code, t.cause],
  ];
  return [line(t.debit, amount, ''), line(t.credit, '', amount)];
}

/** By what the rows of a day can be proved. */
export const sealRecord = (day: string, seal: string): MonthRecord => [
  ...['seal', day, '', '', '', '', '', '', '', 'day_seal', seal],
];
