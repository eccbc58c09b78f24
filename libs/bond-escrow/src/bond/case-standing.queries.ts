import type { PlainDate } from '#kernel';
import { dayOf, momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BondState } from '../domain/bond.lifecycle.ts';
import type { PostingClock } from '../domain/posting-clock.ts';
import { isUnposted, postingClocksOfCases } from './posting-clock.queries.ts';

/** What a list says about a case beside its own row: bond, visa and a waiting proposal. */
export interface CaseStanding {
  readonly consulateId: string;
  /** The traveller. */
  readonly personId: string | null;
  /** First day of the planned journey; null in older submissions. */
  readonly arrivesOn: PlainDate | null;
  /** What it is for, a code of the programme; null in older submissions. */
  readonly purpose: string | null;
  readonly bondState: BondState | null;
  /** Until when it may be posted (R9, R31); null where no bond's money is waited for. */
  readonly clock: PostingClock | null;
  /** Last day on which the visa lets one in. */
  readonly validUntil: PlainDate | null;
  /** Last authorised day of the stay, known from admission on. */
  readonly leaveBy: PlainDate | null;
  /** A lower amount waits for a second person (R8). */
  readonly isProposed: boolean;
}

/** What else a decision about one case depends on. */
export interface CaseActs {
  /** An officer has confirmed the traveller's passport (R32). */
  readonly isPassportConfirmed: boolean;
  /** Somebody has signed for the bond: what is asked stays (R10). */
  readonly wasSigned: boolean;
}

interface Raw {
  readonly id: string;
  readonly consulateId: string;
  readonly personId: string | null;
  readonly arrivesOn: string | null;
  readonly purpose: string | null;
  readonly bondId: string | null;
  readonly bondState: BondState | null;
  readonly postBy: Date | null;
  readonly validUntil: string | null;
  readonly leaveBy: string | null;
  readonly isProposed: boolean;
}

/** No personal data. */
@Injectable()
export class CaseStandingQueries {
  /** Two statements for all rows of a page. */
  async of(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseStanding>> {
    if (caseIds.length === 0) return new Map();
    const asked = tx.query<Raw>(
      `select c.id, c.consulate_id as "consulateId", c.person_id as "personId",
         s.arrives_on::text as "arrivesOn", s.purpose, b.id as "bondId", b.state as "bondState",
         b.post_by as "postBy", v.valid_until::text as "validUntil",
         v.leave_by::text as "leaveBy", d.id is not null as "isProposed"
       from visa_case c
       left join case_submission s on s.case_id = c.id
       left join bond b on b.case_id = c.id
       left join visa v on v.case_id = c.id
       left join bond_direction d on d.case_id = c.id and d.state = 'proposed'
       where c.id = any($1)`,
      [caseIds],
    );
    // Asked together, they travel together.
    const [rows, clockOf] = await Promise.all([asked, postingClocksOfCases(tx, caseIds)]);
    return new Map(
      rows.map((row) => {
        const bond = bondOf(row);
        return [row.id, standingOf(row, bond && clockOf(bond))];
      }),
    );
  }

  async acts(tx: Tx, caseId: string): Promise<CaseActs> {
    const [found] = await tx.query<CaseActs>(
      `select exists (select from case_document
                      where case_id = $1 and basis = 'passport' and released_at is null)
                as "isPassportConfirmed",
              exists (select from undertaking u join bond b on b.id = u.bond_id
                      where b.case_id = $1) as "wasSigned"`,
      [caseId],
    );
    return found!;
  }
}

const bondOf = ({ bondId, bondState, postBy }: Raw) =>
  bondId && postBy && bondState && isUnposted(bondState)
    ? { id: bondId, postBy: momentOf(postBy) }
    : null;

const standingOf = (r: Raw, clock: PostingClock | null): CaseStanding => ({
  consulateId: r.consulateId,
  personId: r.personId,
  arrivesOn: r.arrivesOn === null ? null : dayOf(r.arrivesOn),
  purpose: r.purpose,
  bondState: r.bondState,
  clock,
  validUntil: r.validUntil === null ? null : dayOf(r.validUntil),
  leaveBy: r.leaveBy === null ? null : dayOf(r.leaveBy),
  isProposed: r.isProposed,
});
