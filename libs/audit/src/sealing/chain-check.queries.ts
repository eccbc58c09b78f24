import { addDays, isoDay, type PlainDate } from '#kernel';
import type { SealedRows, Tx } from '#platform';
import type { DaySeal } from '../domain/day-seal.ts';
import { NO_SEAL, sealDay } from '../domain/day-seal.ts';
import { holds } from '../domain/inclusion-proof.ts';
import { DaySeals, LEAF } from './day-seals.store.ts';
import { InclusionProofs } from './inclusion-proofs.store.ts';

/** A row that is not what was sealed: another, gone, or put in later. */
interface RowFinding {
  readonly day: string;
  readonly what: 'changed' | 'missing' | 'slipped_in' | 'proof_does_not_hold';
  readonly source: string;
  readonly id: string;
}

/** A day whose own words do not agree. */
interface DayFinding {
  readonly day: string;
  readonly what: 'day_not_sealed' | 'leaves_not_of_root' | 'not_chained';
}

export type Finding = RowFinding | DayFinding;

/** Of one day; that more is wrong is of no use before these are understood. */
const FINDINGS_MAX = 100;

/** Holds what is in the tables against what was sealed. The auditor's login may ask this. */
export class ChainCheck {
  private readonly seals = new DaySeals();
  private readonly proofs = new InclusionProofs();

  constructor(private readonly sources: readonly SealedRows[]) {}

  all(tx: Tx): Promise<DaySeal[]> {
    return this.seals.all(tx);
  }

  /** `before` is the seal before it, of yesterday; null for the first. */
  async day(tx: Tx, seal: DaySeal, before: DaySeal | null): Promise<Finding[]> {
    const { day } = seal;
    const found: Finding[] = gapsBetween(before, day);
    found.push(...(await this.rows(tx, day, before === null)));
    const tree = await this.seals.treeOf(tx, day);
    if (tree.root !== seal.root || tree.leaves !== seal.leaves)
      found.push({ day: isoDay(day), what: 'leaves_not_of_root' });
    if (sealDay(seal, before?.seal ?? NO_SEAL).seal !== seal.seal)
      found.push({ day: isoDay(day), what: 'not_chained' });
    found.push(...(await this.falseProofs(tx, day)));
    return found;
  }

  private async falseProofs(tx: Tx, day: PlainDate): Promise<RowFinding[]> {
    const found: RowFinding[] = [];
    let page = await this.proofs.ofDay(tx, day, { source: '', id: '' });
    while (page.length > 0 && found.length < FINDINGS_MAX) {
      for (const { source, id, ...proof } of page) {
        if (!holds(proof))
          found.push({ day: isoDay(day), what: 'proof_does_not_hold', source, id });
      }
      page = await this.proofs.ofDay(tx, day, page.at(-1)!);
    }
    return found;
  }

  /** The database compares, and keeps what is large out of our memory. */
  private rows(tx: Tx, day: PlainDate, isFirst: boolean): Promise<RowFinding[]> {
    const now = this.sources.map(
      ({ source, rows }) =>
        `select '${source}' collate "C" as source, id collate "C" as id, ${LEAF} as leaf
         from (${rows}) r`,
    );
    return tx.query<RowFinding>(
      `select $3::text as day, source, id, case when s.leaf is null then 'slipped_in'
         when n.leaf is null then 'missing' else 'changed' end as what
       from (${now.join(' union all ')}) n
       full join (select source, id, leaf from sealed_row where day = ($3::text)::date) s using (source, id)
       where n.leaf is distinct from s.leaf order by source, id limit ${FINDINGS_MAX}`,
      // Nothing was there before the first day.
      [isFirst ? '-infinity' : utc(day), utc(addDays(day, 1)), isoDay(day)],
    );
  }
}

const utc = (day: PlainDate) => `${isoDay(day)}T00:00:00Z`;

function gapsBetween(before: DaySeal | null, day: PlainDate): DayFinding[] {
  const missing = before && addDays(before.day, 1);
  if (!missing || isoDay(missing) === isoDay(day)) return [];
  return [{ day: isoDay(missing), what: 'day_not_sealed' }];
}
