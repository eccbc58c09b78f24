// Every row of a batch of invented cases, one statement a table. Money is booked by the ledger's own
// functions; what they refuse is refused here as well.
import { BONDS, RECEIPTS } from './rows/bonds.ts';
import { CASES, PEOPLE } from './rows/cases.ts';
import { MOVED } from './rows/moved.ts';
import { REFUNDS } from './rows/refunds.ts';
import { MOVEMENTS, REVERSALS } from './rows/reversals.ts';
import { HISTORY, TRAIL } from './rows/trail.ts';

/** In an order in which what a row refers to is there before it. */
export const statements: readonly string[] = [
  ...PEOPLE,
  ...CASES,
  ...BONDS,
  ...RECEIPTS,
  ...REFUNDS,
  ...REVERSALS,
  ...MOVEMENTS,
  ...MOVED,
  ...HISTORY,
  ...TRAIL,
];
