import { money, type Instant, type Money } from '#kernel';
import { momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { postingClocks } from '../bond/posting-clock.queries.ts';
import type { DirectionState } from '../domain/direction.lifecycle.ts';

/** A wish for a bond of another amount than usual, with what it is compared to. */
export interface DirectionView {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly programmeCode: string;
  readonly programmeVersion: number;
  readonly consulateId: string;
  readonly amount: Money;
  readonly reasonCode: string;
  readonly state: DirectionState;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  /** Why it takes the place of another direction; null for the first one of a case. */
  readonly correctionReason: string | null;
  /** What is asked until then, and until when. */
  readonly before: { readonly amount: Money; readonly postBy: Instant } | null;
}

type Raw = Omit<DirectionView, 'amount' | 'proposedAt' | 'before'> & {
  readonly bondId: string | null;
  readonly beforeMinor: string | null;
  readonly postBy: Date | null;
  readonly amount: string;
  readonly currency: string;
  readonly at: Date;
};

const DIRECTIONS = `
  select d.id, d.case_id as "caseId", c.reference, c.programme_code as "programmeCode",
    c.programme_version as "programmeVersion", c.consulate_id as "consulateId",
    d.amount_minor as amount, d.currency, d.reason_code as "reasonCode", d.state,
    d.proposed_by as "proposedBy", d.proposed_at as at, d.decided_by as "decidedBy",
    d.correction_reason as "correctionReason", s.amount_minor as "beforeMinor",
    b.id as "bondId", b.post_by as "postBy"
  from bond_direction d join visa_case c on c.id = d.case_id
  left join bond_direction s on s.id = d.supersedes
  left join bond b on b.case_id = d.case_id and d.supersedes is not null`;

const LIST_MAX = 100;

/** Directions as pages show them; row-level security decides whose. */
@Injectable()
export class DirectionQueries {
  /** Waiting for a second person, the longest waiting first; at most a hundred. */
  async waiting(tx: Tx): Promise<DirectionView[]> {
    const rows = await tx.query<Raw>(
      `${DIRECTIONS} where d.state = 'proposed' order by d.proposed_at, d.id limit ${LIST_MAX}`,
    );
    return viewsOf(tx, rows);
  }

  async one(tx: Tx, id: string): Promise<DirectionView | null> {
    const rows = await tx.query<Raw>(`${DIRECTIONS} where d.id = $1`, [id]);
    return (await viewsOf(tx, rows))[0] ?? null;
  }

  /** Everybody who proposed or approved what the bond of a case asks: they do not judge it (R19). */
  async setters(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `select proposed_by as id from bond_direction where case_id = $1
       union select decided_by from bond_direction where case_id = $1 and decided_by is not null`,
      [caseId],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** A case has at most one that waits. */
  async proposedFor(tx: Tx, caseId: string): Promise<DirectionView | null> {
    const sql = `${DIRECTIONS} where d.case_id = $1 and d.state = 'proposed'`;
    return (await viewsOf(tx, await tx.query<Raw>(sql, [caseId])))[0] ?? null;
  }
}

const bondOf = ({ bondId, postBy }: Raw) =>
  bondId && postBy ? { id: bondId, postBy: momentOf(postBy) } : null;

async function viewsOf(tx: Tx, rows: readonly Raw[]): Promise<DirectionView[]> {
  const clockOf = await postingClocks(
    tx,
    rows.map(bondOf).filter((bond) => bond !== null),
  );
  return rows.map((raw) => {
    const { amount, currency, at, beforeMinor, bondId: _, postBy: __, ...row } = raw;
    const bond = bondOf(raw);
    return {
      ...row,
      before:
        beforeMinor !== null && bond
          ? { amount: money(BigInt(beforeMinor), currency), postBy: clockOf(bond).postBy }
          : null,
      amount: money(BigInt(amount), currency),
      proposedAt: momentOf(at),
    };
  });
}
