import { Temporal } from '#kernel';
import { Database, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { compareSides } from '../domain/difference.ts';
import { ComparisonProgress } from './comparison-progress.store.ts';
import { DifferenceAskingQueries } from './difference-asking.queries.ts';
import { Differences, isAsFound } from './differences.store.ts';
import type { MoneyDifference } from './money-difference.entity.ts';
import { MovementBooking } from './movement-booking.service.ts';
import { ObjectSidesQueries, type DatedSides } from './object-sides.queries.ts';

const CTX = systemCtx('treasury.compare');
/** Objects of one transaction from each side, and transactions of one sweep. */
const AT_ONCE = 1_000;
const TURNS_A_SWEEP = 10;
/** What differs is compared again so often: what ends it may be no movement and no booking. */
const AGAIN_AFTER_MINUTES = 5;

/**
 * Sets what the processor moved against what the books have of it, object by object: those of which
 * either side has learned something since, and those that differ.
 */
@Injectable()
export class Comparing implements Swept {
  constructor(
    private readonly database: Database,
    private readonly progress: ComparisonProgress,
    private readonly sides: ObjectSidesQueries,
    private readonly booking: MovementBooking,
    private readonly differences: Differences,
    private readonly asking: DifferenceAskingQueries,
  ) {}

  sweepParts(): SweepParts {
    return { 'books against the processor': () => this.sweep() };
  }

  /** Returns how many objects were compared. */
  async sweep(): Promise<number> {
    let compared = 0;
    for (let turns = 0; turns < TURNS_A_SWEEP; turns++) {
      const turn = await this.database.write(CTX, (tx) => this.next(tx));
      compared += turn.compared;
      if (!turn.isMore) break;
    }
    return compared + (await this.database.write(CTX, (tx) => this.again(tx)));
  }

  /** These objects, as both sides have them now. */
  async compare(tx: Tx, objectIds: readonly string[]): Promise<void> {
    if (objectIds.length === 0) return;
    const open = await this.differences.unsettledOf(tx, objectIds);
    const answered = await this.asking.answered(tx, objectIds);
    const kept: string[] = [];
    for (const sides of await this.sides.of(tx, objectIds)) {
      const row = open.find((o) => o.objectId === sides.objectId && o.currency === sides.currency);
      if (await this.one(tx, sides, row)) kept.push(row!.id);
    }
    for (const row of open) {
      const isStillThere = kept.includes(row.id) && answered.has(row.id);
      if (isStillThere) await this.differences.move(tx, row, 'still_there');
    }
    await this.differences.checked(tx, kept);
  }

  /** True when it differs as it did. */
  private async one(tx: Tx, sides: DatedSides, row?: MoneyDifference): Promise<boolean> {
    const found = compareSides(sides);
    if (row && found && isAsFound(row, sides, found)) return true;
    if (row) await this.differences.move(tx, row, found ? 'changed' : 'agreed');
    if (found) await this.differences.add(tx, sides, found, Temporal.Now.instant());
    return false;
  }

  private async next(tx: Tx): Promise<{ compared: number; isMore: boolean }> {
    const stretches = await this.progress.next(tx);
    if (!stretches) return { compared: 0, isMore: false };
    const movements = await this.sides.ofMovements(tx, stretches.movements, AT_ONCE);
    const transfers = await this.sides.ofTransfers(tx, stretches.transfers, AT_ONCE);
    const objectIds = [...new Set([...movements.objectIds, ...transfers.objectIds])];
    await this.booking.bookPayouts(tx, objectIds);
    await this.compare(tx, objectIds);
    await this.progress.reached(tx, movements.until, transfers.until);
    return { compared: objectIds.length, isMore: movements.isMore || transfers.isMore };
  }

  private async again(tx: Tx): Promise<number> {
    const objectIds = await this.differences.toCheck(tx, AGAIN_AFTER_MINUTES, AT_ONCE);
    await this.compare(tx, objectIds);
    return objectIds.length;
  }
}
