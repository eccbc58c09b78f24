import { BreachReading, Forfeits, Rulings, type RulingKind } from '#breach';
import { Accounts } from '#identity';
import type { Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { Programmes } from '#programme';
import { CaseQueries } from '#application';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** One file with all that its pages say, the amounts before anything is decided included. */
@Injectable()
export class BreachContent {
  constructor(
    private readonly database: Database,
    private readonly reading: BreachReading,
    private readonly rulings: Rulings,
    private readonly forfeits: Forfeits,
    private readonly accounts: Accounts,
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
  ) {}

  /** What people wrote is opened, which is written into the trail. */
  of(ctx: StaffCtx, id: string) {
    return this.database.write(ctx, async (tx) => {
      const breach = await this.reading.one(tx, id);
      const row = breach && (await this.cases.byId(tx, breach.file.caseId));
      if (!breach || !row) throw new NotFoundException();
      const { bond, file } = breach;
      const consulate = await this.programmes.consulate(tx, file.consulateId);
      if (!consulate) throw new Error('a file of a consulate that is not there');
      const { rules } = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
      const people = breach.rulings.flatMap((r) => [r.proposedBy, r.decidedBy]);
      return {
        ...{ breach, rules, zone: consulate.timeZone, now: tx.now },
        stake: await this.forfeits.atStake(tx, { bond, file }),
        names: await this.accounts.staffNames(
          tx,
          [...people, file.noticeBy].filter((p) => p !== null),
        ),
        may: await this.may(tx, ctx, breach),
      };
    });
  }

  /** Which rulings this person could propose now, or why not. */
  private async may(tx: Tx, ctx: StaffCtx, about: Parameters<Rulings['mayPropose']>[2]) {
    const may = new Map<RulingKind, Result<true>>();
    const { permissions } = ctx.account;
    const kinds: RulingKind[] = [
      ...(permissions.has('breach.adjudicate') ? (['decision', 'rescission'] as const) : []),
      ...(permissions.has('breach.appeal') ? (['appeal'] as const) : []),
    ];
    for (const kind of kinds) may.set(kind, await this.rulings.mayPropose(tx, kind, about));
    return may;
  }
}

export type BreachContentOf = Awaited<ReturnType<BreachContent['of']>>;
