import { CaseAnswers, type CaseView } from '#application';
import { CaseStandingQueries } from '#bond-escrow';
import { Identity } from '#identity';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { CaseFreezes, Freezes } from '#refund';
import { MovementQueries } from '#travel';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'case_review';

/** The case itself, its rules and who it is about. */
@Injectable()
export class CaseParts {
  constructor(
    private readonly answers: CaseAnswers,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
    private readonly movementQueries: MovementQueries,
    private readonly standings: CaseStandingQueries,
    private readonly freezes: CaseFreezes,
    private readonly stops: Freezes,
  ) {}

  async of(tx: Tx, row: CaseView) {
    const { personId, travelDocumentId } = row;
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    if (!consulate) throw new Error('a case of a consulate that is not there');
    return {
      consulate,
      freezes: await this.freezes.ofCase(tx, row.id),
      visaStopped: (await this.stops.refusal(tx, 'issue_visa', { caseId: row.id }))?.code ?? null,
      acts: await this.standings.acts(tx, row.id),
      person: personId && (await this.identity.person(tx, personId, PURPOSE)),
      document: travelDocumentId && (await this.identity.document(tx, travelDocumentId, PURPOSE)),
      submission: await this.answers.submission(tx, row.id, PURPOSE),
      programme: await this.programmes.version(tx, row.programmeCode, row.programmeVersion),
    };
  }

  async movements(tx: Tx, row: CaseView) {
    return row.personId === null ? [] : this.movementQueries.ofPerson(tx, row.personId);
  }
}
