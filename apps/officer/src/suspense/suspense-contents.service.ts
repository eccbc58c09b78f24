import { BondDeskQueries, type SuspenseRow } from '#bond-escrow';
import { Accounts } from '#identity';
import { money, type Money } from '#kernel';
import { Database, type ListWish, type Tx } from '#platform';
import {
  SUSPENSE_TO_DECIDE,
  SuspenseFacts,
  SuspenseProposalQueries,
  SuspenseReturns,
} from '#refund';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

export type SuspenseFilter = 'to_decide' | 'all';

/** Money in suspense with who has it and what is being made of it, as its pages show it. */
@Injectable()
export class SuspenseContents {
  constructor(
    private readonly database: Database,
    private readonly desk: BondDeskQueries,
    private readonly facts: SuspenseFacts,
    private readonly proposals: SuspenseProposalQueries,
    private readonly returns: SuspenseReturns,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx, filter: SuspenseFilter, wish: ListWish) {
    return this.database.read(ctx, async (tx) => {
      const where = filter === 'all' ? 'true' : SUSPENSE_TO_DECIDE;
      const found = await this.desk.suspense(tx, wish, where);
      const ids = found.rows.map((row) => row.receivedPaymentId);
      const standings = await this.proposals.standings(tx, ids);
      const holders = [...standings.values()].flatMap((s) => s.holder ?? []);
      const names = await this.accounts.staffNames(tx, [...new Set(holders)]);
      return { found, standings, names, now: tx.now };
    });
  }

  /** Throws what becomes a page that says there is none. */
  one(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const item = await this.mustFind(tx, id);
      const proposals = await this.proposals.ofPayment(tx, id);
      if (item.held.minor === 0n && proposals.length === 0) throw new NotFoundException();
      const standing = (await this.proposals.standings(tx, [id])).get(id)!;
      const open = proposals.find((p) => p.state === 'proposed' || p.state === 'approved') ?? null;
      const people = proposals.flatMap((p) => [p.proposedBy, p.decidedBy]);
      const ids = [...people, standing.holder].filter((who) => who !== null);
      return {
        ...{ item, free: freeOf(item), standing, proposals, now: tx.now, open },
        possible: open?.state === 'proposed' ? await this.facts.possible(tx, open) : null,
        movable: await this.facts.returnable(tx, id),
        promisedBy: await this.returns.promisedFor(tx, item),
        names: await this.accounts.staffNames(tx, [...new Set(ids)]),
      };
    });
  }

  /** What counting it towards the bond of this reference would cause, or why it cannot. */
  match(ctx: StaffCtx, id: string, reference: string) {
    return this.database.read(ctx, async (tx) =>
      this.facts.match(tx, await this.mustFind(tx, id), reference),
    );
  }

  private async mustFind(tx: Tx, id: string): Promise<SuspenseRow> {
    const item = await this.facts.received(tx, id);
    if (!item) throw new NotFoundException();
    return item;
  }
}

const freeOf = ({ held, reserved }: SuspenseRow): Money =>
  money(held.minor - reserved.minor, held.currency);

export type SuspenseList = Awaited<ReturnType<SuspenseContents['list']>>;
export type SuspenseContent = Awaited<ReturnType<SuspenseContents['one']>>;
