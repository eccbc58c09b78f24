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
  sendBackReasons,
  type EvidenceProposal,
  type EvidenceProposalRefusal,
} from '../domain/decide-evidence.ts';
import { EvidenceDecisions } from './evidence-decisions.service.ts';
import { EvidenceTrail } from './evidence-trail.service.ts';
import type { Evidence } from './evidence.entity.ts';
import { EvidenceStore, UNDECIDED } from './evidence.store.ts';

export type CheckRefusal = EvidenceProposalRefusal | 'unknown_evidence' | FrozenCode;
export type ConfirmEvidenceRefusal =
  'unknown_evidence' | 'wrong_state' | 'same_person' | FrozenCode | 'unknown_reason';

/**
 * Two people say what evidence proves: one compares and proposes, another confirms (R15). What they
 * accept is a decision of two people in the ledger; the worker carries it out.
 */
@Injectable()
export class EvidenceChecks {
  constructor(
    private readonly store: EvidenceStore,
    private readonly cases: Cases,
    private readonly caseQueries: CaseQueries,
    private readonly bonds: Bonds,
    private readonly decisions: EvidenceDecisions,
    private readonly trail: EvidenceTrail,
  ) {}

  async propose(
    tx: Tx,
    id: string,
    proposal: EvidenceProposal,
  ): Promise<Result<true, CheckRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_evidence');
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

  /** Another person agrees with what was proposed. */
  async confirm(
    tx: Tx,
    id: string,
  ): Promise<Result<'accepted' | 'refused', ConfirmEvidenceRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_evidence');
    return row.proposal === 'accept' ? this.accept(tx, row) : this.refuse(tx, row);
  }

  /** Another person does not agree: it is to be looked at again, by anybody. */
  async sendBack(
    tx: Tx,
    id: string,
    reason: string,
  ): Promise<Result<true, ConfirmEvidenceRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_evidence');
    if (!(sendBackReasons as readonly string[]).includes(reason)) return refused('unknown_reason');
    const may = mayConfirmProposal(row, 'sent_back', personOf(tx));
    if (!may.ok) return may;
    await this.store.move(tx, row, 'sent_back', UNDECIDED, reason);
    await this.trail.note(tx, row, 'sent_back', { reason });
    return ok(true);
  }

  private async accept(tx: Tx, row: Evidence): Promise<Result<'accepted', ConfirmEvidenceRefusal>> {
    const may = mayConfirmProposal(row, 'accepted', personOf(tx));
    if (!may.ok) return may;
    const approved = await this.decisions.approve(tx, row);
    if (!approved.ok) return approved;
    await this.store.move(tx, row, 'accepted', { decidedBy: personOf(tx) });
    await this.trail.note(tx, row, 'accepted');
    await this.decisions.putJob(tx, row.id);
    return ok('accepted');
  }

  private async refuse(tx: Tx, row: Evidence): Promise<Result<'refused', ConfirmEvidenceRefusal>> {
    const may = mayConfirmProposal(row, 'refused', personOf(tx));
    if (!may.ok) return may;
    const why = row.refusalReason ?? undefined;
    await this.store.move(tx, row, 'refused', { decidedBy: personOf(tx) }, why);
    await this.trail.refused(tx, row);
    return ok('refused');
  }

  /** In the fixed order, the case first; what is decided can be seen and not locked. */
  private async lock(tx: Tx, id: string): Promise<Evidence | null> {
    const found = await this.store.find(tx, id);
    if (!found) return null;
    await this.cases.lock(tx, found.caseId);
    // Whoever waited for the case's lock sees what was decided meanwhile.
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }
}
