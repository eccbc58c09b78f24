import { CaseQueries, Cases } from '#application';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import type { FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import { SecondPerson } from '../answer/second-person.ts';
import {
  mayConfirmFact,
  mayProposeFact,
  type StayProposal,
  type StayProposalRefusal,
} from '../domain/decide-stay.ts';
import { StayDecisions } from './stay-decisions.service.ts';
import type { StayFact } from './stay-fact.entity.ts';
import { StayFactStore, UNANSWERED } from './stay-fact.store.ts';
import { StayReports } from './stay-reports.service.ts';
import { StayStandings } from './stay-standings.service.ts';
import { StayTrail } from './stay-trail.service.ts';

type ProposeFactRefusal = StayProposalRefusal | 'not_found' | FrozenCode;

/**
 * Two people say what a file shows of a stay: one proposes, another confirms, always. Each of the
 * three moves what happens to a bond; where money goes back, the ledger has the decision of the two.
 */
@Injectable()
export class StayChecks {
  /** Confirms what was proposed, or sends it back. */
  readonly second: SecondPerson<StayFact>;

  constructor(
    private readonly store: StayFactStore,
    cases: Cases,
    private readonly caseQueries: CaseQueries,
    private readonly standings: StayStandings,
    private readonly reports: StayReports,
    private readonly decisions: StayDecisions,
    private readonly trail: StayTrail,
  ) {
    this.second = new SecondPerson({
      ...{ cases, store, decisions, trail },
      unanswered: UNANSWERED,
      may: mayConfirmFact,
    });
  }

  async propose(
    tx: Tx,
    id: string,
    proposal: StayProposal,
  ): Promise<Result<true, ProposeFactRefusal>> {
    const row = await this.second.lock(tx, id);
    return row ? this.proposeOn(tx, row, proposal) : refused('not_found');
  }

  /** What an officer has recorded goes to the second person at once, as it was recorded. */
  async record(
    tx: Tx,
    id: string,
  ): Promise<Result<true, ProposeFactRefusal | 'no_draft' | 'no_file' | 'not_yours'>> {
    const found = await this.second.lock(tx, id);
    if (!found) return refused('not_found');
    if (found.recordedBy !== personOf(tx)) return refused('not_yours');
    const theCase = (await this.caseQueries.byId(tx, found.caseId))!;
    const sent = await this.reports.send(tx, theCase, found);
    if (!sent.ok) {
      const isOpen = sent.code === 'being_checked' || sent.code === 'too_often';
      return isOpen ? refused('wrong_state') : refused(sent.code);
    }
    return this.proposeOn(tx, sent.value, { outcome: 'accept', day: sent.value.reportedDay });
  }

  private async proposeOn(
    tx: Tx,
    row: StayFact,
    proposal: StayProposal,
  ): Promise<Result<true, ProposeFactRefusal>> {
    const may = mayProposeFact(row, await this.standings.ofCase(tx, row.caseId), proposal);
    if (!may.ok) return may;
    const isAccept = proposal.outcome === 'accept';
    const decided = isAccept ? await this.decisions.request(tx, row) : ok(null);
    if (!decided.ok) return decided;
    await this.store.move(tx, row, 'proposed', {
      ...{ proposal: proposal.outcome, decisionId: decided.value, proposedBy: personOf(tx) },
      acceptedDay: isAccept ? proposal.day : null,
      refusalReason: isAccept ? null : proposal.reason,
    });
    await this.trail.note(tx, row, 'proposed');
    return ok(true);
  }
}
