import { dayFromIso, money } from '#kernel';
import { cause, TreasuryLedger } from '#ledger';
import { idFrom, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { bankObjectOf } from '../domain/bank-reconciliation.ts';
import { Differences } from '../reconciliation/differences.store.ts';
import type { MoneyDifference } from '../reconciliation/money-difference.entity.ts';
import { BankOpen } from './bank-open.store.ts';

/** Books what the bank moved and is the operator's own; in the worker, which alone may. */
@Injectable()
export class BankBooking {
  constructor(
    private readonly open: BankOpen,
    private readonly ledger: TreasuryLedger,
    private readonly differences: Differences,
  ) {}

  /** As two people confirmed. The row is locked; may be repeated. */
  async bookConfirmed(tx: Tx, row: MoneyDifference): Promise<void> {
    const entry = await this.open.entryOf(tx, row.id);
    if (!entry) return;
    const ownerId = idFrom(`bank_entry:${entry.id}`);
    const minor = BigInt(entry.minor);
    await this.ledger.step(tx, {
      ...{ ownerId, code: minor > 0n ? 'funded' : 'drawn' },
      amount: money(minor > 0n ? minor : -minor, entry.currency),
      cause: cause.moved(bankObjectOf(entry.id)),
      happenedAt: dayFromIso(entry.day).toZonedDateTime('UTC').toInstant(),
    });
    await this.open.booked(tx, entry.id, ownerId);
    await this.differences.move(tx, row, 'agreed');
  }
}
