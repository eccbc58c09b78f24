import { Accounts } from '#identity';
import { Database } from '#platform';
import { CaseFreezes } from '#refund';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** Freezes, as their pages show them. */
@Injectable()
export class FreezePages {
  constructor(
    private readonly database: Database,
    private readonly freezes: CaseFreezes,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const rows = await this.freezes.all(tx);
      const people = new Set(rows.flatMap((r) => r.placedBy ?? []));
      const names = await this.accounts.staffNames(tx, [...people]);
      return { rows, names };
    });
  }

  /** Null when there is none. */
  one(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const row = await this.freezes.find(tx, id);
      if (!row) return null;
      const people = [row.placedBy, row.proposedBy, row.approvedBy].filter((p) => p !== null);
      return { row, names: await this.accounts.staffNames(tx, people) };
    });
  }
}

export type FreezeList = Awaited<ReturnType<FreezePages['list']>>;
export type FreezeContent = NonNullable<Awaited<ReturnType<FreezePages['one']>>>;
