import { dayFromIso, dayIn, instantFromDate, Temporal, type Instant } from '#kernel';
import { Database, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { figuresOf } from './domain/figures.ts';
import { quarterAfter, quarterOf, quartersToPublish, type Quarter } from './domain/quarter.ts';
import { FiguresQueries } from './figures.queries.ts';
import { PublishedFigures } from './published-figures.store.ts';

const CTX = systemCtx('figures.publish');
/** Longer than any transaction may last: what was learned before can be read by now. */
const SETTLED_MINUTES = 10;

/** Tells, once a quarter, how the programme has done (R26). */
@Injectable()
export class Publishing implements Swept {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly queries: FiguresQueries,
    private readonly published: PublishedFigures,
  ) {}

  sweepParts(): SweepParts {
    return { 'public figures': () => this.sweep() };
  }

  /** Returns how many quarters were told. */
  async sweep(): Promise<number> {
    const due = await this.database.read(CTX, (tx) => this.due(tx));
    for (const { programmeCode, quarter } of due) {
      await this.database.write(CTX, (tx) => this.publish(tx, programmeCode, quarter));
    }
    return due.length;
  }

  private async due(tx: Tx): Promise<{ programmeCode: string; quarter: Quarter }[]> {
    const today = dayIn(tx.now, 'UTC');
    const all: { programmeCode: string; quarter: Quarter }[] = [];
    for (const { code: programmeCode } of await this.programmes.all(tx)) {
      const next = await this.next(tx, programmeCode);
      if (!next) continue;
      const quarters = quartersToPublish(next, today);
      all.push(...quarters.map((quarter) => ({ programmeCode, quarter })));
    }
    return all;
  }

  /** Where none has been told yet, that of the first case; null while there is none. */
  private async next(tx: Tx, programmeCode: string): Promise<Quarter | null> {
    const [last] = await this.published.quarters(tx, programmeCode);
    if (last) return quarterAfter(last);
    const first = await this.queries.firstDay(tx, programmeCode);
    return first === null ? null : quarterOf(dayFromIso(first));
  }

  private async publish(tx: Tx, programmeCode: string, quarter: Quarter): Promise<void> {
    const asOf = await settledMoment(tx);
    const counted = await this.queries.count(tx, { programmeCode, quarter, asOf });
    const rows = figuresOf(counted).map((f) => ({ ...f, programmeCode, quarter, asOf }));
    await this.published.add(tx, rows);
  }
}

async function settledMoment(tx: Tx): Promise<Instant> {
  const [row] = await tx.query<{ at: Date }>('select clock_timestamp() as at');
  return instantFromDate(row!.at).subtract(Temporal.Duration.from({ minutes: SETTLED_MINUTES }));
}
