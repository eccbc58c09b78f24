import { CaseQueries } from '#application';
import { DirectionQueries, type DirectionView, maySecond } from '#bond-escrow';
import { Accounts } from '#identity';
import { Database } from '#platform';
import { postingDeadline, Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Staff, StaffCtx } from '../accounts-for-web.service.ts';

/** Proposals as their pages show them. */
@Injectable()
export class Approvals {
  constructor(
    private readonly database: Database,
    private readonly queries: DirectionQueries,
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
    private readonly accounts: Accounts,
  ) {}

  /** What waits, apart: what this person may decide, and what somebody else has to. */
  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const rows = await this.queries.waiting(tx);
      const ids = [...new Set(rows.map((row) => row.proposedBy))];
      const consulates = await this.programmes.allConsulates(tx);
      return {
        toDecide: rows.filter((row) => mayDecideOn(row, ctx.account)),
        others: rows.filter((row) => !mayDecideOn(row, ctx.account)),
        names: await this.accounts.staffNames(tx, ids),
        zones: new Map(consulates.map((consulate) => [consulate.id, consulate.timeZone])),
      };
    });
  }

  /** Null when there is none. */
  one(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const direction = await this.queries.one(tx, id);
      if (!direction) return null;
      const { programmeCode, programmeVersion, consulateId, caseId } = direction;
      const programme = await this.programmes.version(tx, programmeCode, programmeVersion);
      const consulate = await this.programmes.consulate(tx, consulateId);
      const row = await this.cases.byId(tx, caseId);
      if (!consulate || !row) throw new Error('a proposal without its case or consulate');
      return {
        direction,
        programme,
        consulate,
        caseState: row.state,
        deadline: postingDeadline(tx.now, consulate.timeZone, programme.rules),
        names: await this.accounts.staffNames(tx, peopleOf(direction)),
      };
    });
  }
}

/** Whether the page offers it. The service checks again under lock. */
export const mayDecideOn = (
  direction: Pick<DirectionView, 'state' | 'proposedBy'>,
  staff: Pick<Staff, 'id' | 'permissions'>,
): boolean =>
  // What may not be approved any more may still be declined.
  staff.permissions.has('bond.approve') && maySecond(direction, 'declined', staff.id).ok;

const peopleOf = (d: DirectionView): string[] => [
  d.proposedBy,
  ...(d.decidedBy ? [d.decidedBy] : []),
];

export type ProposalContent = NonNullable<Awaited<ReturnType<Approvals['one']>>>;
export type ProposalList = Awaited<ReturnType<Approvals['list']>>;
