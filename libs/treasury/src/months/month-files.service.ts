import { createHash } from 'node:crypto';
import { DaySeals } from '#audit';
import { addDays, isoDay, type Instant, type PlainDate } from '#kernel';
import { DayBalances, Journal } from '#ledger';
import { csvChunks, Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  aboutRecord,
  closingRecord,
  MONTH_FORM,
  MONTH_HEADER,
  openingRecord,
  sealRecord,
  transferRecords,
  type MonthRecord,
} from '../domain/month-file.ts';
import { lastDayOf, monthText, type Month } from '../domain/month.ts';
import { ClosedMonths, type ClosedMonth, type MonthDigest } from './closed-months.store.ts';

const startOf = (day: PlainDate): Instant => day.toZonedDateTime('UTC').toInstant();

/** The file of a month differs from what it was closed with: the books, or how they are written, changed. */
class MonthChanged extends Error {}

/** All of a month: what each account held when it began, every transfer, what it held at the end. */
@Injectable()
export class MonthFiles {
  constructor(
    private readonly database: Database,
    private readonly balances: DayBalances,
    private readonly journal: Journal,
    private readonly seals: DaySeals,
    private readonly closed: ClosedMonths,
  ) {}

  /** What the file comes to. It is read through and kept nowhere. */
  async digest(ctx: Ctx, month: Month): Promise<MonthDigest> {
    const hash = createHash('sha256');
    let [bytes, transfers] = [0, 0];
    for await (const chunk of this.chunks(ctx, month, (n) => (transfers += n))) {
      hash.update(chunk);
      bytes += Buffer.byteLength(chunk);
    }
    return { form: MONTH_FORM, transfers, bytes, sha256: hash.digest('hex') };
  }

  /** Null while the month is not closed. */
  closedMonth(ctx: Ctx, month: Month): Promise<ClosedMonth | null> {
    return this.database.read(ctx, (tx) => this.closed.of(tx, month));
  }

  /** The file, which breaks off at its end when it is not the one that was closed. */
  async *content(ctx: Ctx, { month, sha256 }: ClosedMonth): AsyncGenerator<string> {
    const hash = createHash('sha256');
    for await (const chunk of this.chunks(ctx, month)) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== sha256) {
      throw new MonthChanged(`the file of ${monthText(month)} is not what it was closed with`);
    }
  }

  private chunks(ctx: Ctx, month: Month, count?: (transfers: number) => void) {
    return csvChunks(MONTH_HEADER, this.pages(ctx, month, count));
  }

  private async *pages(
    ctx: Ctx,
    month: Month,
    count?: (transfers: number) => void,
  ): AsyncGenerator<MonthRecord[]> {
    const last = lastDayOf(month);
    const [from, until] = [startOf(month).toString(), startOf(addDays(last, 1)).toString()];
    const held = (day: PlainDate) => this.database.read(ctx, (tx) => this.balances.ofDay(tx, day));
    const opening = await held(addDays(month, -1));
    yield [
      aboutRecord(monthText(month), from, until),
      ...opening.map((b) => openingRecord(b, from)),
    ];
    for await (const lines of this.journal.pages(ctx, { from: month, until: last })) {
      count?.(lines.length);
      yield lines.flatMap(transferRecords);
    }
    const seals = await this.database.read(ctx, (tx) => this.seals.between(tx, month, last));
    yield [
      ...(await held(last)).map((b) => closingRecord(b, until)),
      ...seals.map(({ day, seal }) => sealRecord(isoDay(day), seal)),
    ];
  }
}
