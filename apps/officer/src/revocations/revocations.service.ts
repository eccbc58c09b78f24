import { BondQueries } from '#bond-escrow';
import { Accounts } from '#identity';
import { Database } from '#platform';
import { Revocations } from '#refund';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** Proposals to cancel a visa, as their pages show them. */
@Injectable()
export class RevocationPages {
  constructor(
    private readonly database: Database,
    private readonly revocations: Revocations,
    private readonly bonds: BondQueries,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const rows = await this.revocations.waiting(tx);
      const names = await this.accounts.staffNames(tx, [...new Set(rows.map((r) => r.proposedBy))]);
      return { rows, names };
    });
  }

  /** Null when there is none. */
  one(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const row = await this.revocations.find(tx, id);
      if (!row) return null;
      const people = [row.proposedBy, row.decidedBy].filter((p) => p !== null);
      return {
        row,
        bond: await this.bonds.ofCase(tx, row.caseId),
        names: await this.accounts.staffNames(tx, people),
      };
    });
  }
}

export type RevocationList = Awaited<ReturnType<RevocationPages['list']>>;
export type RevocationContent = NonNullable<Awaited<ReturnType<RevocationPages['one']>>>;
