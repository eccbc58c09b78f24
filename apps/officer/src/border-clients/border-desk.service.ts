import { Accounts } from '#identity';
import { Database } from '#platform';
import { Programmes } from '#programme';
import { BorderClientQueries, BorderProposals } from '#travel';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** Border systems and who let them in, as administrators see them. */
@Injectable()
export class BorderDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: BorderClientQueries,
    private readonly proposals: BorderProposals,
    private readonly programmes: Programmes,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const [clients, waiting] = await Promise.all([
        this.queries.list(tx),
        this.proposals.waiting(tx),
      ]);
      const people = [...new Set(waiting.map((p) => p.proposedBy))];
      return { clients, waiting, names: await this.accounts.staffNames(tx, people) };
    });
  }

  /** Null when there is none. */
  one(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const found = await this.queries.one(tx, id);
      if (!found) return null;
      const ended = found.keys.flatMap((key) => [key.retiredBy, key.revokedBy]);
      const people = [...ended, found.proposed?.proposedBy].filter((id) => id !== null);
      const known = people.filter((id) => id !== undefined);
      return { ...found, names: await this.accounts.staffNames(tx, [...new Set(known)]) };
    });
  }

  /** Null when there is none. */
  proposal(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const proposal = await this.proposals.find(tx, id);
      if (!proposal) return null;
      const { kind, clientId, proposedBy, decidedBy } = proposal;
      const known = kind !== 'register' ? await this.queries.one(tx, clientId) : null;
      const people = [proposedBy, decidedBy].filter((person) => person !== null);
      return { proposal, known, names: await this.accounts.staffNames(tx, people) };
    });
  }

  /** Programmes with the ports that a border system may report for. */
  places(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const programmes = await this.programmes.all(tx);
      return Promise.all(
        programmes.map(async ({ code }) => ({
          code,
          ports: [...new Set((await this.programmes.ports(tx, code)).map((port) => port.code))],
        })),
      );
    });
  }
}

export type BorderList = Awaited<ReturnType<BorderDesk['list']>>;
export type BorderContent = NonNullable<Awaited<ReturnType<BorderDesk['one']>>>;
export type BorderProposalContent = NonNullable<Awaited<ReturnType<BorderDesk['proposal']>>>;
export type BorderPlace = Awaited<ReturnType<BorderDesk['places']>>[number];
