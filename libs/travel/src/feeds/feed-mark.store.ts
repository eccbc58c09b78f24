import type { PlainDate } from '#kernel';
import { dayOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { FeedMark, FeedReport } from './feed-mark.entity.ts';

const SWEEP_MAX = 500;

/** What a border system stated last of a port, and how often it has. */
export interface LastMark {
  readonly seq: number;
  /** Null when nothing that it stated can be believed. */
  readonly through: PlainDate | null;
}

@Injectable()
export class FeedMarkStore {
  /** Makes one border system's calls wait for each other, until the commit. */
  async oneAtATime(tx: Tx, clientId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`feed:${clientId}`]);
  }

  reportByKey(tx: Tx, clientId: string, idempotencyKey: string): Promise<FeedReport | null> {
    return tx.manager.getRepository(FeedReport).findOneBy({ clientId, idempotencyKey });
  }

  report(tx: Tx, id: string): Promise<FeedReport> {
    return tx.manager.getRepository(FeedReport).findOneByOrFail({ id });
  }

  async add(
    tx: Tx,
    report: Omit<FeedReport, 'arrivedAt'>,
    marks: readonly Omit<FeedMark, 'proof'>[],
  ): Promise<void> {
    await tx.manager.getRepository(FeedReport).insert(report);
    if (marks.length) await tx.manager.getRepository(FeedMark).insert([...marks]);
  }

  /** By port. What the worker has not looked at yet counts, what it found forged does not. */
  async last(tx: Tx, clientId: string, ports: readonly string[]): Promise<Map<string, LastMark>> {
    const rows = await tx.query<{ port: string; seq: number; through: string | null }>(
      `select p.code as port, last.seq, believed.complete_through::text as through
       from unnest($2::text[]) p (code),
       lateral (select seq from feed_mark
         where client_id = $1 and port_code = p.code order by seq desc limit 1) last
       left join lateral (select complete_through from feed_mark
         where client_id = $1 and port_code = p.code and coalesce(proof, 'proved') = 'proved'
         order by seq desc limit 1) believed on true`,
      [clientId, ports],
    );
    return new Map(
      rows.map(({ port, seq, through }) => [
        port,
        { seq, through: through ? dayOf(through) : null },
      ]),
    );
  }

  /** Marks of a report that nobody has looked at, locked. */
  unproved(tx: Tx, reportId: string): Promise<FeedMark[]> {
    return tx.query<FeedMark>(
      `select client_id as "clientId", port_code as "portCode", seq, kind,
         complete_through::text as "completeThrough"
       from feed_mark where report_id = $1 and proof is null
       order by port_code, seq for update`,
      [reportId],
    );
  }

  async setProof(
    tx: Tx,
    { clientId, portCode, seq }: FeedMark,
    proof: NonNullable<FeedMark['proof']>,
  ): Promise<void> {
    await tx.manager.getRepository(FeedMark).update({ clientId, portCode, seq }, { proof });
  }

  /** Reports whose job was lost. */
  async overdue(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct report_id as id from (select report_id from feed_mark
         where proof is null and received_at < $1::timestamptz - interval '5 minutes'
         order by received_at limit ${SWEEP_MAX}) waiting`,
      [tx.now.toString()],
    );
    return rows.map((r) => r.id);
  }
}
