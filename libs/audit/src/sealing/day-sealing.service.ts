import { addDays, dayIn, isOnOrBefore, Temporal, type Instant, type PlainDate } from '#kernel';
import {
  Database,
  systemCtx,
  type SealedRows,
  type Swept,
  type SweepParts,
  type Tx,
} from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { NO_SEAL, sealDay } from '../domain/day-seal.ts';
import { DaySeals } from './day-seals.store.ts';
import { InclusionProofs } from './inclusion-proofs.store.ts';
import { PublishedSeals } from './published-seals.service.ts';

/** Whose rows are sealed. */
export const SEALED = Symbol('sealed');

const CTX = systemCtx('seals');
/**
 * A row has its moment when it is written and is seen when its transaction commits. No statement may
 * last longer than 30 seconds, nor a transaction wait as long between two: the longest of ours are
 * over in minutes. What came later still would be found as slipped in, not be lost.
 */
const SETTLED = Temporal.Duration.from({ hours: 1 });
const PART = Temporal.Duration.from({ hours: 1 });
/** In one sweep; a database that is older than its seals catches up in the next. */
const DAYS_MAX = 31;

/** Closes each day of the wall clock, in UTC, an hour after it ended. */
@Injectable()
export class DaySealing implements Swept {
  constructor(
    private readonly database: Database,
    private readonly seals: DaySeals,
    private readonly proofs: InclusionProofs,
    private readonly published: PublishedSeals,
    @Inject(SEALED) private readonly sources: readonly SealedRows[],
  ) {}

  sweepParts(): SweepParts {
    return { 'seals of days': () => this.sweep(), 'seals not published': () => this.publish() };
  }

  /** Returns how many days were closed. `at` is now, by the wall clock. */
  async sweep(at?: Instant): Promise<number> {
    const due = await this.database.read(CTX, (tx) => this.due(tx, at));
    for (const day of due) await this.close(day);
    return due.length;
  }

  /** Returns how many files were written. */
  async publish(): Promise<number> {
    if (!this.published.isAsked) return 0;
    return this.published.write(await this.database.read(CTX, (tx) => this.seals.all(tx)));
  }

  private async due(tx: Tx, at?: Instant): Promise<PlainDate[]> {
    const now = at ?? (await this.seals.wallClock(tx));
    const lastDay = addDays(dayIn(now.subtract(SETTLED), 'UTC'), -1);
    const days: PlainDate[] = [];
    let day = await this.nextDay(tx);
    while (day && isOnOrBefore(day, lastDay) && days.length < DAYS_MAX) {
      days.push(day);
      day = addDays(day, 1);
    }
    return days;
  }

  private async nextDay(tx: Tx): Promise<PlainDate | null> {
    const [last] = await this.seals.newest(tx, 1);
    if (last) return addDays(last.day, 1);
    const first = await this.seals.firstRow(tx, this.sources);
    return first && dayIn(first, 'UTC');
  }

  /** Hour by hour, each for itself: whoever is stopped between two goes on where it was. */
  private async close(day: PlainDate): Promise<void> {
    const from = day.toZonedDateTime('UTC').toInstant();
    const until = addDays(day, 1).toZonedDateTime('UTC').toInstant();
    for (let at = from; Temporal.Instant.compare(at, until) < 0; at = at.add(PART)) {
      const part = { day, from: at, until: at.add(PART) };
      await this.database.write(CTX, async (tx) => {
        for (const source of this.sources) await this.seals.addLeaves(tx, source, part);
      });
    }
    await this.database.write(CTX, (tx) => this.seal(tx, { day, from, until }));
  }

  private async seal(
    tx: Tx,
    whole: { readonly day: PlainDate; readonly from: Instant; readonly until: Instant },
  ): Promise<void> {
    const proving = this.sources.filter(({ proves }) => proves);
    const [last] = await this.seals.newest(tx, 1);
    const watch = proving.map(({ source }) => source);
    const { watched, ...tree } = await this.seals.treeOf(tx, whole.day, watch);
    await this.seals.add(tx, sealDay({ day: whole.day, ...tree }, last?.seal ?? NO_SEAL));
    for (const source of proving) {
      await this.proofs.add(tx, source, whole, watched.get(source.source)!);
    }
  }
}
