import { dayFromIso, instantFromDate, isoDay, toDate, type Instant, type PlainDate } from '#kernel';
import type { SealedRows, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DaySeal } from '../domain/day-seal.ts';
import { MerkleRoot, type Watched } from '../domain/merkle.ts';

const PAGE_ROWS = 10_000;
/** SQL: the leaf of a row's content (domain/merkle.ts). */
export const LEAF = `sha256('\\x00' || convert_to(content, 'UTF8'))`;
const SEALS = `select day::text, leaves::int, encode(root, 'hex') as root,
  encode(previous, 'hex') as previous, encode(seal, 'hex') as seal from day_seal`;

type SealRow = Omit<DaySeal, 'day'> & { readonly day: string };
const asSeal = (row: SealRow): DaySeal => ({ ...row, day: dayFromIso(row.day) });

interface Leaf {
  readonly source: string;
  readonly id: string;
  readonly leaf: Uint8Array;
}

/** The tree of a day. Hashes in hexadecimal. */
export interface DayTree {
  readonly leaves: number;
  readonly root: string;
  /** Of the sources that were asked for, by their rows' ids. */
  readonly watched: ReadonlyMap<string, ReadonlyMap<string, Watched>>;
}

@Injectable()
export class DaySeals {
  /** The newest first. */
  async newest(tx: Tx, count: number): Promise<DaySeal[]> {
    const rows = await tx.query<SealRow>(`${SEALS} order by day_seal.day desc limit $1`, [count]);
    return rows.map(asSeal);
  }

  /** The oldest first. */
  async all(tx: Tx): Promise<DaySeal[]> {
    return (await tx.query<SealRow>(`${SEALS} order by day_seal.day`)).map(asSeal);
  }

  /** Null while that day is not closed. */
  async of(tx: Tx, day: PlainDate): Promise<DaySeal | null> {
    const [row] = await tx.query<SealRow>(`${SEALS} where day_seal.day = $1`, [isoDay(day)]);
    return row ? asSeal(row) : null;
  }

  /** Of these days, both included; the oldest first. */
  async between(tx: Tx, from: PlainDate, until: PlainDate): Promise<DaySeal[]> {
    const rows = await tx.query<SealRow>(
      `${SEALS} where day_seal.day between $1 and $2 order by day_seal.day`,
      [isoDay(from), isoDay(until)],
    );
    return rows.map(asSeal);
  }

  async wallClock(tx: Tx): Promise<Instant> {
    const [row] = await tx.query<{ at: Date }>('select clock_timestamp() as at');
    return instantFromDate(row!.at);
  }

  /** When the first row was written that is to be sealed; null when there is none. */
  async firstRow(tx: Tx, sources: readonly SealedRows[]): Promise<Instant | null> {
    const each = sources.map(({ rows }) => `select min(at) as at from (${rows}) r`);
    const [row] = await tx.query<{ at: Date | null }>(
      `select min(at) as at from (${each.join(' union all ')}) firsts`,
      ['-infinity', 'infinity'],
    );
    return row?.at ? instantFromDate(row.at) : null;
  }

  /** Adds the leaves of what was written in that part of a day; those that are there stay. */
  async addLeaves(
    tx: Tx,
    { source, rows }: SealedRows,
    part: { readonly day: PlainDate; readonly from: Instant; readonly until: Instant },
  ): Promise<void> {
    await tx.query(
      `insert into sealed_row (day, source, id, leaf)
       select $3::date, $4, id, ${LEAF} from (${rows}) r on conflict do nothing`,
      [toDate(part.from), toDate(part.until), isoDay(part.day), source],
    );
  }

  /** Of the leaves that are kept, in the tree's order; with the ways up of the rows of these sources. */
  async treeOf(tx: Tx, day: PlainDate, watch: readonly string[] = []): Promise<DayTree> {
    const tree = new MerkleRoot();
    const watched = new Map(watch.map((source) => [source, new Map<string, Watched>()]));
    let after: Leaf | undefined;
    do {
      const page: Leaf[] = await tx.query<Leaf>(
        `select source, id, leaf from sealed_row where day = $1 and (source, id) > ($2, $3)
         order by source, id limit ${PAGE_ROWS}`,
        [isoDay(day), after?.source ?? '', after?.id ?? ''],
      );
      for (const { source, id, leaf } of page) {
        const ways = watched.get(source);
        if (ways) ways.set(id, tree.addWatched(leaf));
        else tree.add(leaf);
      }
      after = page.length === PAGE_ROWS ? page.at(-1) : undefined;
    } while (after);
    const root = Buffer.from(tree.root()).toString('hex');
    return { leaves: tree.leaves, root, watched };
  }

  async add(tx: Tx, { day, leaves, root, previous, seal }: DaySeal): Promise<void> {
    await tx.query(
      `insert into day_seal (day, leaves, root, previous, seal)
       values ($1, $2, decode($3, 'hex'), decode($4, 'hex'), decode($5, 'hex'))`,
      [isoDay(day), leaves, root, previous, seal],
    );
  }
}
