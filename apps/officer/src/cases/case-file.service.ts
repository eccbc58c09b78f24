import { CaseQueries } from '#application';
import { dayIn } from '#kernel';
import { Database } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { CaseHistory } from './case-history.service.ts';
import { CaseMoney } from './case-money.service.ts';
import { CaseParts } from './case-parts.service.ts';
import { CasePassport } from '../passports/case-passport.service.ts';

/** Everything about one case on one page. */
@Injectable()
export class CaseFile {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseQueries,
    private readonly parts: CaseParts,
    private readonly passports: CasePassport,
    private readonly money: CaseMoney,
    private readonly history: CaseHistory,
    private readonly lists: CaseLists,
  ) {}

  /**
   * Null when there is no such case, or a draft that is still the applicant's own. What is opened
   * here is in the trail, so looking is a write.
   */
  open(ctx: StaffCtx, reference: string) {
    return this.database.write(ctx, async (tx) => {
      const row = await this.cases.submitted(tx, reference);
      if (!row) return null;
      const has = (permission: string) => ctx.account.permissions.has(permission);
      const money = has('money.read') ? await this.money.of(tx, row.id) : null;
      const movements = has('movement.read') ? await this.parts.movements(tx, row) : null;
      const passport = await this.passports.of(tx, row);
      const parts = await this.parts.of(tx, row);
      const shown = [...(movements ?? []), ...passport.renewals].map((m) => m.documentId);
      const documents = await this.passports.named(tx, row, shown, 'case_review');
      const renewals = passport.renewals.flatMap((d) => documents.get(d.documentId)?.details ?? []);
      const validity = await this.passports.validity(tx, row, {
        rules: parts.programme.rules,
        today: dayIn(tx.now, parts.consulate.timeZone),
        details: [...(parts.document ? [parts.document] : []), ...renewals],
      });
      return {
        row,
        ...parts,
        movements,
        passport,
        validity,
        documents,
        money,
        history: await this.history.of(tx, row, money?.bond?.bond.id ?? null),
        list: await this.lists.of(tx, [row]),
      };
    });
  }
}

export type CaseContent = NonNullable<Awaited<ReturnType<CaseFile['open']>>>;
