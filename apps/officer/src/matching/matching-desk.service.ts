import { CaseQueries } from '#application';
import { BondQueries } from '#bond-escrow';
import { Accounts, Identity } from '#identity';
import { Database, type ListWish, type Tx } from '#platform';
import { CandidateQueries, type Pair } from '#travel';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

const PURPOSE = 'movement_matching';

/** Records beside those whom they may mean, as officers compare them. */
@Injectable()
export class MatchingDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: CandidateQueries,
    private readonly cases: CaseQueries,
    private readonly bonds: BondQueries,
    private readonly identity: Identity,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx, wish: ListWish) {
    return this.database.read(ctx, async (tx) => {
      const found = await this.queries.queue(tx, wish);
      const people = found.rows.flatMap((row) => row.proposedBy ?? []);
      return { found, names: await this.accounts.staffNames(tx, [...new Set(people)]) };
    });
  }

  /** Both sides; null when there is none. That they were opened is in the trail. */
  one(ctx: StaffCtx, id: string) {
    return this.database.write(ctx, async (tx) => {
      const pair = await this.queries.pair(tx, id);
      return pair && { ...pair, ...(await this.traveller(tx, pair)) };
    });
  }

  private async traveller(tx: Tx, { candidate }: Pair) {
    const { personId, documentId, proposedBy, decidedBy } = candidate;
    const [row] = (await this.cases.byPerson(tx, personId)).filter((c) => c.visa !== null);
    const people = [proposedBy, decidedBy].filter((id) => id !== null);
    return {
      person: await this.identity.person(tx, personId, PURPOSE),
      document: await this.identity.document(tx, documentId, PURPOSE),
      /** The newest case with a visa: what the record would be about. */
      row: row ?? null,
      bond: row ? await this.bonds.ofCase(tx, row.id) : null,
      names: await this.accounts.staffNames(tx, people),
    };
  }
}

export type MatchingList = Awaited<ReturnType<MatchingDesk['list']>>;
export type MatchingContent = NonNullable<Awaited<ReturnType<MatchingDesk['one']>>>;
