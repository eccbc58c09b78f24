import { DaySeals } from '#audit';
import { isOnOrBefore } from '#kernel';
import { DayBalances } from '#ledger';
import { Database, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { monthToClose, type Month } from '../domain/month.ts';
import { ClosedMonths } from './closed-months.store.ts';
import { MonthFiles } from './month-files.service.ts';

const CTX = systemCtx('months.close');

/** Closes a month once each of its days is closed and sealed. */
@Injectable()
export class ClosingMonths implements Swept {
  constructor(
    private readonly database: Database,
    private readonly months: ClosedMonths,
    private readonly files: MonthFiles,
    private readonly balances: DayBalances,
    private readonly seals: DaySeals,
  ) {}

  sweepParts(): SweepParts {
    return { 'closings of months': () => this.sweep() };
  }

  /** Returns how many months were closed: one at most, since its file is read through. */
  async sweep(): Promise<number> {
    const month = await this.database.read(CTX, (tx) => this.next(tx));
    if (!month) return 0;
    const digest = await this.files.digest(CTX, month);
    await this.database.write(CTX, (tx) => this.months.add(tx, month, digest));
    return 1;
  }

  private async next(tx: Tx): Promise<Month | null> {
    const closed = await this.balances.span(tx);
    const [sealed] = await this.seals.newest(tx, 1);
    if (!closed || !sealed) return null;
    const closedUntil = isOnOrBefore(closed.last, sealed.day) ? closed.last : sealed.day;
    const [last] = await this.months.newest(tx);
    return monthToClose({ lastMonth: last?.month ?? null, firstDay: closed.first, closedUntil });
  }
}
