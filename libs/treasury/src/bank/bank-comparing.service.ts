import { dayIn, money, Temporal, type Currency } from '#kernel';
import { Database, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  isOverdue,
  matchEntries,
  type BankMatch,
  type OpenEntry,
  type OpenTransfer,
} from '../domain/bank-matching.ts';
import { bankDifferenceOf } from '../domain/bank-reconciliation.ts';
import { Differences } from '../reconciliation/differences.store.ts';
import type { MoneyDifference } from '../reconciliation/money-difference.entity.ts';
import { BankOpen, type Reading } from './bank-open.store.ts';
import { BankTransferQueries, type Waiting } from './bank-transfers.queries.ts';

const CTX = systemCtx('treasury.bank');
const STATEMENTS_AT_ONCE = 20;
const TRANSFERS_AT_ONCE = 1_000;
const TURNS_A_SWEEP = 10;
/** Each is a line for a person: more at once would help nobody. */
const TOLD_A_SWEEP = 200;

type Side = 'bank' | 'books';
type Open = Waiting<OpenEntry> | Waiting<OpenTransfer>;

/**
 * Holds what the bank's statements show against what the books have of the account there. What belongs
 * together is kept together; what no other half comes for in its time is a line of the treasury's queue
 * until it does.
 */
@Injectable()
export class BankComparing implements Swept {
  constructor(
    private readonly database: Database,
    private readonly open: BankOpen,
    private readonly transfers: BankTransferQueries,
    private readonly differences: Differences,
  ) {}

  sweepParts(): SweepParts {
    return { 'books against the bank': () => this.sweep() };
  }

  /** Returns how many entries of the bank found their row in the books. */
  async sweep(): Promise<number> {
    await this.database.write(CTX, (tx) => this.open.takeStatements(tx, STATEMENTS_AT_ONCE));
    let isMore = true;
    for (let turns = 0; isMore && turns < TURNS_A_SWEEP; turns++) {
      isMore = await this.database.write(CTX, (tx) => this.read(tx));
    }
    return this.database.write(CTX, (tx) => this.compare(tx));
  }

  /** What is new in the books. */
  private async read(tx: Tx): Promise<boolean> {
    let isMore = false;
    for (const reading of await this.open.readings(tx)) {
      const found = await this.transfers.learned(tx, reading, TRANSFERS_AT_ONCE);
      const isFull = found.length >= TRANSFERS_AT_ONCE;
      const until = isFull ? found.at(-1)!.learnedAt : reading.to;
      await this.open.open(tx, reading, { transfers: found, until });
      isMore ||= isFull;
    }
    return isMore;
  }

  private async compare(tx: Tx): Promise<number> {
    let matched = 0;
    for (const reading of await this.open.readings(tx)) {
      const entries = await this.transfers.openEntries(tx, reading.currency);
      const transfers = await this.transfers.openTransfers(tx, reading.currency);
      const matches = matchEntries(entries, transfers);
      const all = [...entries, ...transfers];
      matched += await this.keep(tx, matches, all);
      const halves = new Set(matches.flatMap(halvesOf));
      const left = all.filter((o) => !halves.has(o.id));
      await this.tell(tx, reading, left);
      await this.open.compared(tx, reading);
    }
    return matched;
  }

  /**
   * What belongs together, and the end of its lines. These are locked first, as by whoever carries out
   * what two people decided; what is not open any more by then is no match.
   */
  private async keep(tx: Tx, matches: readonly BankMatch[], all: readonly Open[]) {
    if (matches.length === 0) return 0;
    const lines = new Map(all.map((o) => [o.id, o.differenceId]));
    const linesOf = (of: readonly BankMatch[]) =>
      [...new Set(of.flatMap(halvesOf).map((id) => lines.get(id) ?? null))].filter(
        (id) => id !== null,
      );
    const rows = new Map<string, MoneyDifference>();
    for (const id of linesOf(matches).sort()) {
      const row = await this.differences.lock(tx, id);
      if (row && row.state !== 'closed') rows.set(id, row);
    }
    const kept = await this.open.match(tx, matches);
    for (const id of linesOf(kept)) {
      const row = rows.get(id);
      if (row) await this.differences.move(tx, row, 'agreed');
    }
    return kept.length;
  }

  private async tell(tx: Tx, { currency, coveredTo }: Reading, left: readonly Open[]) {
    const today = dayIn(tx.now, 'UTC');
    const overdue = left.filter(
      (o) =>
        !o.differenceId &&
        !o.isBefore &&
        isOverdue({ side: sideOf(o), day: o.day }, { keptOn: o.keptOn, coveredTo, today }),
    );
    for (const o of overdue.slice(0, TOLD_A_SWEEP)) {
      const row = await this.addDifference(tx, o, currency);
      await this.open.told(tx, o.id, row.id);
    }
  }

  private addDifference(tx: Tx, o: Open, currency: Currency) {
    const { objectId, ...found } = bankDifferenceOf({ ...o, side: sideOf(o) });
    const side = { amount: money(o.amountMinor, currency), fee: money(0n, currency) };
    const isBank = sideOf(o) === 'bank';
    const sides = {
      ...{ objectId, currency, category: null, isUnderWay: false, isPayersCash: false },
      ...{ moved: isBank ? side : null, booked: isBank ? null : side },
      since: o.day.toZonedDateTime('UTC').toInstant(),
    };
    return this.differences.add(tx, sides, found, Temporal.Now.instant());
  }
}

const sideOf = (o: Open): Side => (o.ownerId === null ? 'bank' : 'books');

const halvesOf = (m: BankMatch): string[] => [m.entryId, ...m.transferIds];
