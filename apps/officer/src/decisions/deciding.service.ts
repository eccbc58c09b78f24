import { CaseQueries } from '#application';
import { BondQueries, CaseStandingQueries } from '#bond-escrow';
import { Identity } from '#identity';
import { dayIn } from '#kernel';
import { Database } from '#platform';
import { portsOn, postingDeadline, Programmes, visaDates } from '#programme';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { actedOn, actionsFor, type ActionName } from '../cases/case-actions.ts';
import { CasePassport } from '../passports/case-passport.service.ts';

/** What a page before a decision shows: the case, the rules it is under and who it is about. */
@Injectable()
export class Deciding {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseQueries,
    private readonly standings: CaseStandingQueries,
    private readonly bonds: BondQueries,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
    private readonly passports: CasePassport,
  ) {}

  /** Not found when there is no such case. Who it is about is opened, and so in the trail. */
  open(ctx: StaffCtx, reference: string, name: ActionName) {
    return this.database.write(ctx, async (tx) => {
      const row = await this.cases.submitted(tx, reference);
      if (!row) throw new NotFoundException();
      const [standings, acts] = await Promise.all([
        this.standings.of(tx, [row.id]),
        this.standings.acts(tx, row.id),
      ]);
      const acted = actedOn(row, standings.get(row.id), acts);
      const action = actionsFor(acted, ctx.account).find((a) => a.name === name);
      const consulate = await this.programmes.consulate(tx, row.consulateId);
      if (!consulate) throw new Error('a case of a consulate that is not there');
      const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
      const today = dayIn(tx.now, consulate.timeZone);
      const ports = await this.programmes.ports(tx, row.programmeCode);
      return {
        row,
        validity: await this.passports.validityBefore(tx, row, { rules: programme.rules, today }),
        blocked: action ? action.blocked : ('wrong_state' as const),
        consulate,
        programme,
        now: tx.now,
        deadline: postingDeadline(tx.now, consulate.timeZone, programme.rules),
        visa: visaDates(today, programme.rules),
        ports: portsOn(ports, today),
        bond: await this.bonds.ofCase(tx, row.id),
        person: row.personId && (await this.identity.person(tx, row.personId, 'case_decision')),
      };
    });
  }
}

export type DecisionContent = Awaited<ReturnType<Deciding['open']>>;
