import { Injectable, NotFoundException } from '@nestjs/common';
import { CaseQueries, type CaseView } from '#application';
import { actorIdOf, type Tx } from '#platform';
import { Programmes, type ConsulateView, type ProgrammeInForce } from '#programme';

export interface OwnCase {
  readonly row: CaseView;
  /** Under the version of the rules that the case was opened under. */
  readonly programme: ProgrammeInForce;
  readonly consulate: ConsulateView;
}

/** A case by its reference, for the applicant whose it is; for anybody else it does not exist. */
@Injectable()
export class OwnCases {
  constructor(
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
  ) {}

  async one(tx: Tx, reference: string): Promise<OwnCase> {
    const row = await this.cases.one(tx, reference);
    // Row-level security says the same; this is the second lock.
    if (row?.applicantAccountId !== actorIdOf(tx.ctx.actor)) throw new NotFoundException();
    const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    if (!consulate) throw new Error('a case without its consulate');
    return { row, programme, consulate };
  }
}
