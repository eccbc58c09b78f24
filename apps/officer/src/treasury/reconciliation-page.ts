import type { Currency, Instant, PlainDate } from '#kernel';
import type { BankFigures, Reconciled } from '#treasury';
import type { OfficerView } from '../text/index.ts';

export interface ReconciliationPageOptions {
  readonly view: OfficerView;
  readonly reconciled: Reconciled;
  readonly bank: readonly BankFigures[];
  /** Wall clock. */
  readonly now: Instant;
  /** Legal clock. */
  readonly today: PlainDate;
}

/** The same for one currency; null where a side has nothing of it. */
export type OneOptions = Omit<ReconciliationPageOptions, 'bank'> & {
  readonly currency: Currency;
  readonly of: Reconciled['currencies'][number] | null;
  readonly bank: BankFigures | null;
};
