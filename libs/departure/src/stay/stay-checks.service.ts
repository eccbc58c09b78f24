import { CaseQueries, Cases } from '#application';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import type { FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import { sendBackReasons } from '../domain/decide-evidence.ts';
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

type NotThere = 'unknown_fact';
export type ProposeFactRefusal = StayProposalRefusal | NotThere | FrozenCode;
export type ConfirmFactRefusal =
  NotThere | 'wrong_state' | 'same_person' | FrozenCode | 'unknown_reason';

/**
 * Two people say what a file shows of a stay: one proposes, another confirms, always. Each of the
 * three moves what happens to a bond; where money goes back, the ledger has the decision of the two.
 */
@Injectable()
export class StayChecks {
  constructor(
    private readonly store: StayFactStore,
    private readonly cases: Cases,
    private readonly caseQueries: CaseQueries,
    private readonly standings: StayStandings,
    private readonly reports: StayReports,
    private readonly decisions: StayDecisions,
    private readonly trail: StayTrail,
  ) {}

  async propose(
    tx: Tx,
    id: string,
    proposal: StayProposal,
  ): Promise<Result<true, ProposeFactRefusal>> {
    const row = await this.lock(tx, id);
    return row ? this.proposeOn(tx, row, proposal) : refused('unknown_fact');
  }

  /** What an officer has recorded goes to the second person at once, as it was recorded. */
  async record(
    tx: Tx,
    id: string,
  ): Promise<Result<true, ProposeFactRefusal | 'no_draft' | 'no_file' | 'not_yours'>> {
    const found = await this.lock(tx, id);
    if (!found) return refused('unknown_fact');
    if (found.recordedBy !== personOf(tx)) return refused('not_yours');
    const theCase = (await this.caseQueries.byId(tx, found.caseId))!;
    const sent = await this.reports.send(tx, theCase, found);
    if (!sent.ok) {
      const isOpen = sent.code === 'being_checked' || sent.code === 'too_often';
      return isOpen ? refused('wrong_state') : refused(sent.code);
    }
    return this.proposeOn(tx, sent.value, { outcome: 'accept', day: sent.value.reportedDay });
  }

  /** Another person agrees with what was proposed. */
  async confirm(tx: Tx, id: string): Promise<Result<'accepted' | 'refused', ConfirmFactRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_fact');
    return row.proposal === 'accept' ? this.accept(tx, row) : this.refuse(tx, row);
  }

  /** Another person does not agree: it is to be looked at again, by anybody. */
  async sendBack(tx: Tx, id: string, reason: string): Promise<Result<true, ConfirmFactRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_fact');
    if (!(sendBackReasons as readonly string[]).includes(reason)) return refused('unknown_reason');
    const may = mayConfirmFact(row, 'sent_back', personOf(tx));
    if (!may.ok) return may;
    await this.store.move(tx, row, 'sent_back', UNANSWERED, reason);
    await this.trail.note(tx, row, 'sent_back', { reason });
    return ok(true);
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

  private async accept(tx: Tx, row: StayFact): Promise<Result<'accepted', ConfirmFactRefusal>> {
    const may = mayConfirmFact(row, 'accepted', personOf(tx));
    if (!may.ok) return may;
    const approved = await this.decisions.approve(tx, row);
    if (!approved.ok) return approved;
    await this.store.move(tx, row, 'accepted', { decidedBy: personOf(tx) });
    await this.trail.note(tx, row, 'accepted');
    await this.decisions.putJob(tx, row.id);
    return ok('accepted');
  }

  private async refuse(tx: Tx, row: StayFact): Promise<Result<'refused', ConfirmFactRefusal>> {
    const may = mayConfirmFact(row, 'refused', personOf(tx));
    if (!may.ok) return may;
    const why = row.refusalReason ?? undefined;
    await this.store.move(tx, row, 'refused', { decidedBy: personOf(tx) }, why);
    await this.trail.refused(tx, row);
    return ok('refused');
  }

  /** In the fixed order, the case first; what is decided can be seen and not locked. */
  private async lock(tx: Tx, id: string): Promise<StayFact | null> {
    const found = await this.store.find(tx, id);
    if (!found) return null;
    await this.cases.lock(tx, found.caseId);
    // Whoever waited for the case's lock sees what was decided meanwhile.
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }
}
