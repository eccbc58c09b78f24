import { CaseQueries, Cases } from '#application';
import { Identity } from '#identity';
import { dayIn, refused, type Result } from '#kernel';
import { Database } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { staffCtx, type Staff } from '../accounts-for-web.ts';

/** What an officer says of the traveller's documents, each in one transaction. */
@Injectable()
export class Passports {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly cases: Cases,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
  ) {}

  confirm(
    staff: Staff,
    requestId: string,
    reference: string,
    reassignReason?: string,
  ): Promise<Result<true>> {
    return this.database.write(staffCtx(staff, requestId), async (tx): Promise<Result<true>> => {
      const found = await this.queries.one(tx, reference);
      if (!found?.submittedAt) return refused('no_such_case');
      return this.cases.confirmPassport(tx, found.id, reassignReason);
    });
  }

  /** Null when there is no such case. Who it is about is opened, and so in the trail. */
  open(staff: Staff, requestId: string, reference: string) {
    return this.database.write(staffCtx(staff, requestId), async (tx) => {
      const row = await this.queries.one(tx, reference);
      if (!row?.personId) return null;
      const consulate = await this.programmes.consulate(tx, row.consulateId);
      if (!consulate) throw new Error('a case of an office that is not there');
      return {
        row,
        today: dayIn(tx.now, consulate.timeZone),
        person: await this.identity.person(tx, row.personId, 'passport_renewal'),
        programme: await this.programmes.version(tx, row.programmeCode, row.programmeVersion),
      };
    });
  }

  /** A passport of the nationality that the programme is for; the officer's office is checked. */
  renew(
    staff: Staff,
    requestId: string,
    { row, programme }: RenewalContent,
    wish: { number: string; expiresOn: string; reasonCode: string },
  ): Promise<Result<true>> {
    const { reasonCode, ...rest } = wish;
    const document = { ...rest, issuingState: programme.bondedNationality };
    return this.database.write(staffCtx(staff, requestId), (tx): Promise<Result<true>> =>
      this.cases.recordRenewal(tx, row.id, staff.consulateId, { document, reasonCode }),
    );
  }
}

export type RenewalContent = NonNullable<Awaited<ReturnType<Passports['open']>>>;
