import { toDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Counted, Ending } from './domain/figures.ts';
import { quarterAfter, type Quarter } from './domain/quarter.ts';

export interface CountWish {
  readonly programmeCode: string;
  readonly quarter: Quarter;
  /** Only what the database had learned by then; wall clock. */
  readonly asOf: Instant;
}

/** SQL: a step of a history happened in the quarter, and was known. */
const IN_QUARTER = `h.happened_at >= $2::date and h.happened_at < $3::date
  and h.learned_at <= $4::timestamptz`;

// How each stood when its figures were made: a refund that failed later was back then.
const REFUNDS = `
  with decided as (
    select r.promised_by, r.zone, (r.created_at at time zone r.zone)::date as decided_on, last.*
    from refund r left join lateral (
      select h.to_state, h.happened_at from disbursement d
      join disbursement_history h on h.owner_id = d.id
      where d.refund_id = r.id and h.learned_at <= $4::timestamptz
      order by d.attempt desc, h.seq desc limit 1) last on true
    where r.programme_code = $1 and r.owner_kind = 'bond'
      and r.created_at >= $2::date and r.created_at < $3::date),
  back as (
    select *, to_state = 'succeeded' as is_back,
      (happened_at at time zone zone)::date as back_on from decided)
  select count(*) filter (where is_back and back_on <= promised_by)::int as "inTime",
    count(*) filter (where is_back is not true or back_on > promised_by)::int as late,
    percentile_disc(0.5) within group (order by back_on - decided_on)
      filter (where is_back) as "medianDays",
    percentile_disc(0.9) within group (order by back_on - decided_on)
      filter (where is_back) as "ninthDays"
  from back`;

const ENDING = `case
  when h.event = 'became_final' then 'forfeited'
  when h.event = 'late_proof_accepted' then 'departed'
  when h.from_state in ('not_breached', 'overturned', 'rescinded') then h.from_state
  when h.reason_code = 'R15b' then 'never_used'
  when h.reason_code = 'R15c' then 'not_admitted'
  when h.reason_code = 'R15d' then 'no_visa'
  when h.reason_code = 'R15e' then 'death'
  else 'departed' end`;

const ENDINGS = `
  select ${ENDING} as name, count(*)::int as count
  from bond_history h join bond b on b.id = h.owner_id join visa_case c on c.id = b.case_id
  where h.event in ('cancelled', 'late_proof_accepted', 'became_final')
    and c.programme_code = $1 and ${IN_QUARTER}
  group by 1`;

const RULINGS = `
  select r.kind, r.outcome as name, count(*)::int as count
  from breach_ruling_history h join breach_ruling r on r.id = h.owner_id
  join breach_file f on f.id = r.file_id join visa_case c on c.id = f.case_id
  where h.event = 'carried_out' and c.programme_code = $1 and ${IN_QUARTER}
  group by 1, 2`;

const GROUNDS = `
  select g.code as ground,
    count(*) filter (where n.is_established)::int as established,
    count(*) filter (where not n.is_established)::int as not_established
  from breach_ruling_history h join breach_ruling r on r.id = h.owner_id
  join breach_finding n on n.ruling_id = r.id join breach_ground g on g.id = n.ground_id
  join breach_file f on f.id = r.file_id join visa_case c on c.id = f.case_id
  where h.event = 'carried_out' and r.kind = 'decision' and c.programme_code = $1 and ${IN_QUARTER}
  group by 1 order by 1`;

type Count<K extends string> = { readonly name: K; readonly count: number };
const byName = <K extends string>(rows: readonly Count<K>[]) =>
  Object.fromEntries(rows.map(({ name, count }) => [name, count])) as Partial<Record<K, number>>;

/** The books' answer, of which figures are made. The auditor's login may ask the same. */
@Injectable()
export class FiguresQueries {
  async count(tx: Tx, { programmeCode, quarter, asOf }: CountWish): Promise<Counted> {
    const of = [programmeCode, `${quarter}`, `${quarterAfter(quarter)}`, toDate(asOf)];
    const [[refunds], endings, rulings, grounds] = await Promise.all([
      tx.query<Counted['refunds']>(REFUNDS, of),
      tx.query<Count<Ending>>(ENDINGS, of),
      tx.query<Count<string> & { kind: string }>(RULINGS, of),
      tx.query<Counted['grounds'][number]>(GROUNDS, of),
    ]);
    const rulingsOf = (kind: string) => byName(rulings.filter((r) => r.kind === kind));
    return {
      refunds: refunds!,
      endings: byName(endings),
      decisions: rulingsOf('decision'),
      appeals: rulingsOf('appeal'),
      grounds,
    };
  }

  /** The day of a programme's first case; null when it has none. */
  async firstDay(tx: Tx, programmeCode: string): Promise<string | null> {
    const [row] = await tx.query<{ day: string | null }>(
      `select (min(opened_at) at time zone 'UTC')::date::text as day from visa_case
       where programme_code = $1`,
      [programmeCode],
    );
    return row?.day ?? null;
  }
}
