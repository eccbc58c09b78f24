import { CaseQueries, Cases } from '#application';
import { Bonds } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import type { FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import {
  evidenceChecks,
  mayConfirmProposal,
  mayProposeOn,
  type EvidenceProposal,
  type EvidenceProposalRefusal,
} from '../domain/decide-evidence.ts';
import { SecondPerson } from '../answer/second-person.ts';
import { EvidenceDecisions } from './evidence-decisions.service.ts';
import { EvidenceTrail } from './evidence-trail.service.ts';
import type { Evidence } from './evidence.entity.ts';
import { EvidenceStore, UNDECIDED } from './evidence.store.ts';

/**
 * Two people say what evidence proves: one compares and proposes, another confirms (R15). What they
 * accept is a decision of two people in the ledger; the worker carries it out.
 */
@Injectable()
export class EvidenceChecks {
  /** Confirms what was proposed, or sends it back. */
  readonly second: SecondPerson<Evidence>;

  constructor(
    private readonly store: EvidenceStore,
    cases: Cases,
    private readonly caseQueries: CaseQueries,
    private readonly bonds: Bonds,
    private readonly decisions: EvidenceDecisions,
    private readonly trail: EvidenceTrail,
  ) {
    this.second = new SecondPerson({
      ...{ cases, store, decisions, trail },
      unanswered: UNDECIDED,
      may: mayConfirmProposal,
    });
  }

  async propose(
    tx: Tx,
    id: string,
    proposal: EvidenceProposal,
  ): Promise<Result<true, EvidenceProposalRefusal | 'not_found' | FrozenCode>> {
    const row = await this.second.lock(tx, id);
    if (!row) return refused('not_found');
    const bond = await this.bonds.find(tx, row.bondId);
    const theCase = await this.caseQueries.byId(tx, row.caseId);
    const leaveBy = theCase?.visa?.leaveBy ?? null;
    const may = mayProposeOn(row, { bondState: bond!.state, leaveBy }, proposal);
    if (!may.ok) return may;
    const isAccept = proposal.outcome === 'accept';
    const decided = isAccept ? await this.decisions.request(tx, row) : ok(null);
    if (!decided.ok) return decided;
    await this.store.move(tx, row, 'proposed', {
      ...{ proposal: proposal.outcome, decisionId: decided.value },
      refusalReason: proposal.outcome === 'refuse' ? proposal.reason : null,
      checks: evidenceChecks.filter((check) => proposal.checks.includes(check)),
      proposedBy: personOf(tx),
    });
    await this.trail.note(tx, row, 'proposed');
    return ok(true);
  }
}
