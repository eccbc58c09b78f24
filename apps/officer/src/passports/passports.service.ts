import { CaseQueries } from '#application';
import { Identity } from '#identity';
import { dayIn } from '#kernel';
import { Database } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** What the form for a traveller's next passport shows. */
@Injectable()
export class Passports {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
  ) {}

  /** Null when there is no such case. Who it is about is opened, and so in the trail. */
  open(ctx: StaffCtx, reference: string) {
    return this.database.write(ctx, async (tx) => {
      const row = await this.queries.one(tx, reference);
      if (!row?.personId) return null;
      const consulate = await this.programmes.consulate(tx, row.consulateId);
      if (!consulate) throw new Error('a case of a consulate that is not there');
      return {
        row,
        today: dayIn(tx.now, consulate.timeZone),
        person: await this.identity.person(tx, row.personId, 'passport_renewal'),
        programme: await this.programmes.version(tx, row.programmeCode, row.programmeVersion),
      };
    });
  }
}

export type RenewalContent = NonNullable<Awaited<ReturnType<Passports['open']>>>;
