import type { CaseView } from '#application';
import { BondQueries } from '#bond-escrow';
import { type CheckedFile, Uploads } from '#documents';
import { dayIn, ok, refused, type Result, type Zone } from '#kernel';
import { newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  EVIDENCE_OF_CASE_MAX,
  mayClaim,
  mayReport,
  type ClaimedDeparture,
} from '../domain/decide-evidence.ts';
import type { EvidenceRequest } from '../silence/evidence-request.entity.ts';
import { EvidenceRequests } from '../silence/evidence-requests.service.ts';
import { EvidenceQueries, type EvidenceView } from './evidence.queries.ts';
import { EvidenceTrail } from './evidence-trail.service.ts';
import { evidenceUploads, type Evidence } from './evidence.entity.ts';
import { EvidenceStore, UNDECIDED } from './evidence.store.ts';

export type ReportRefusal = 'not_travelling' | 'bond_decided' | 'being_checked' | 'too_often';
export type ClaimRefusal = ReportRefusal | 'in_the_future' | 'before_admission' | 'after_leave_by';
export type SendRefusal = ReportRefusal | 'no_draft' | 'no_file';

/** A traveller reports a departure that no border record proves, and proves it. */
@Injectable()
export class EvidenceReports {
  constructor(
    private readonly store: EvidenceStore,
    private readonly queries: EvidenceQueries,
    private readonly requests: EvidenceRequests,
    private readonly bonds: BondQueries,
    private readonly uploads: Uploads,
    private readonly trail: EvidenceTrail,
  ) {}

  /** Whether a departure may be reported now, for the page that offers it. */
  async may(tx: Tx, theCase: CaseView): Promise<Result<true, ReportRefusal>> {
    const bond = await this.bonds.ofCase(tx, theCase.id);
    const may = mayReport({ caseState: theCase.state, bondState: bond?.bond.state ?? null });
    if (!may.ok) return may;
    const open = await this.store.lockOpen(tx, theCase.id);
    if (open) return ok(true); // a draft goes on; the portal can lock nothing else
    if (await this.store.hasOpen(tx, theCase.id)) return refused('being_checked');
    const sent = await this.store.countOfCase(tx, theCase.id);
    return sent >= EVIDENCE_OF_CASE_MAX ? refused('too_often') : ok(true);
  }

  /** Where the traveller's proof stands, for the page of the case. */
  async standing(
    tx: Tx,
    theCase: CaseView,
  ): Promise<{ newest: EvidenceView | null; mayReport: boolean; request: EvidenceRequest | null }> {
    const [newest = null] = await this.queries.ofCase(tx, theCase.id);
    const bond = await this.bonds.ofCase(tx, theCase.id);
    const request = bond && (await this.requests.openOf(tx, bond.bond.id));
    return { newest, request, mayReport: (await this.may(tx, theCase)).ok };
  }

  /** What the traveller states, kept as a draft until it is sent. `zone` is the port's. */
  async claim(
    tx: Tx,
    theCase: CaseView,
    claim: ClaimedDeparture,
    zone: Zone,
  ): Promise<Result<Evidence, ClaimRefusal>> {
    const may = await this.may(tx, theCase);
    if (!may.ok) return may;
    const stay = { admittedOn: null, leaveBy: null, ...theCase.visa };
    const can = mayClaim(claim, stay, dayIn(tx.now, zone));
    if (!can.ok) return can;
    const open = await this.store.lockOpen(tx, theCase.id);
    if (open) {
      await this.store.claim(tx, open, claim);
      return ok(open);
    }
    const bond = await this.bonds.ofCase(tx, theCase.id);
    const row: Evidence = {
      ...{ id: newId(), caseId: theCase.id, bondId: bond!.bond.id, reference: theCase.reference },
      ...{ consulateId: theCase.consulateId, contactPointId: theCase.contactPointId },
      ...{ applicantAccountId: theCase.applicantAccountId, ...claim },
      ...{ state: 'draft', stateSince: tx.now, version: 1, sentAt: null, ...UNDECIDED },
    };
    await this.store.add(tx, row);
    await this.trail.note(tx, row, 'begun');
    return ok(row);
  }

  /** Adds a file that was found fit to be kept. */
  async addFile(
    tx: Tx,
    theCase: CaseView,
    file: CheckedFile,
  ): Promise<Result<true, 'no_draft' | 'too_many'>> {
    const draft = await this.store.lockOpen(tx, theCase.id);
    if (draft?.state !== 'draft') return refused('no_draft');
    const use = { set: evidenceUploads, ownerId: draft.id };
    const kept = await this.uploads.keep(tx, theCase, use, file);
    if (!kept.ok) return kept;
    await this.trail.note(tx, draft, 'file_added', { upload: kept.value.id, scan: file.scan });
    return ok(true);
  }

  /** From now on it is an officer's to check, and does not change any more. */
  async send(tx: Tx, theCase: CaseView): Promise<Result<true, SendRefusal>> {
    const may = await this.may(tx, theCase);
    if (!may.ok) return may;
    const draft = await this.store.lockOpen(tx, theCase.id);
    if (draft?.state !== 'draft') return refused('no_draft');
    const files = await evidenceUploads.ids(tx, draft.id);
    if (files.length === 0) return refused('no_file');
    await this.store.move(tx, draft, 'sent', { sentAt: tx.now });
    await this.trail.sent(tx, draft, files.length);
    return ok(true);
  }
}
