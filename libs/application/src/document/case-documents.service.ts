import { AuditLog, type AuditDetails } from '#audit';
import { comparableState, Persons, TravelDocuments, type DocumentDetails } from '#identity';
import { dayIn, ok, refused, type Result } from '#kernel';
import { officerOf, dayOf, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { CaseDocumentStore, type RivalCase } from './case-document.store.ts';
import {
  isReassignReason,
  isRenewalReason,
  mayConfirm,
  mayRenew,
  type ConfirmRefusal,
  type DocumentBasis,
  type RenewRefusal,
} from '../domain/case-document.ts';
import type { CaseState } from '../domain/case.lifecycle.ts';
import { isInScope, type ScopeRefusal } from '../domain/scope.ts';
import type { CaseDocument } from './case-document.entity.ts';
import type { CaseRow } from '../case/visa-case.entity.ts';

export type ConfirmingRefusal = ConfirmRefusal | 'held_by_another_traveller' | 'unknown_reason';
export type RenewingRefusal =
  RenewRefusal | 'held_by_another_traveller' | 'unknown_reason' | ScopeRefusal;

/** The documents that count for a case, by an officer's word (R32). The case must be locked. */
@Injectable()
export class CaseDocuments {
  constructor(
    private readonly store: CaseDocumentStore,
    private readonly documents: TravelDocuments,
    private readonly persons: Persons,
    private readonly programmes: Programmes,
    private readonly audit: AuditLog,
  ) {}

  /** What counts for the case now, the oldest first. */
  ofCase(tx: Tx, caseId: string): Promise<CaseDocument[]> {
    return this.store.ofCase(tx, caseId);
  }

  /** How a document belongs to a case; null when it does not. */
  basisOf(tx: Tx, caseId: string, documentId: string): Promise<DocumentBasis | null> {
    return this.store.basisOf(tx, caseId, documentId);
  }

  isPassportConfirmed(tx: Tx, caseId: string): Promise<boolean> {
    return this.store.isPassportConfirmed(tx, caseId);
  }

  /** Other cases whose traveller is said to hold the case's passport. */
  async rivals(tx: Tx, row: CaseRow): Promise<RivalCase[]> {
    if (!row.travelDocumentId) return [];
    const claims = await this.documents.rivals(tx, row.travelDocumentId);
    return this.store.rivals(
      tx,
      claims.map((c) => c.documentId),
    );
  }

  /**
   * The officer who holds the case says that the passport is this traveller's. Confirmed for somebody
   * else before, it is taken from them only for a reason, which is kept.
   */
  async confirmPassport(
    tx: Tx,
    row: CaseRow,
    reassignReason?: string,
  ): Promise<Result<true, ConfirmingRefusal>> {
    if (reassignReason !== undefined && !isReassignReason(reassignReason)) {
      return refused('unknown_reason');
    }
    const may = mayConfirm(row, officerOf(tx));
    if (!may.ok) return may;
    if (await this.store.isPassportConfirmed(tx, row.id)) return ok(true);
    const document = { personId: row.personId!, documentId: row.travelDocumentId! };
    const first = await this.documents.confirm(tx, document);
    if (!first.ok && reassignReason === undefined) return refused('held_by_another_traveller');
    if (!first.ok) {
      await this.takeFrom(tx, first.detail!.documentId!);
      const second = await this.documents.confirm(tx, document);
      if (!second.ok) throw new Error('a document was released and is still held');
    }
    // A reason that was not needed says nothing.
    const reasonCode = first.ok ? null : (reassignReason ?? null);
    await this.keep(tx, row, document.documentId, 'passport', reasonCode);
    return ok(true);
  }

  /** The traveller has a new passport: from now on its border records count too. */
  async recordRenewal(
    tx: Tx,
    row: CaseRow,
    consulateId: string | null,
    wish: { document: DocumentDetails; reasonCode: string },
  ): Promise<Result<true, RenewingRefusal>> {
    if (!isRenewalReason(wish.reasonCode)) return refused('unknown_reason');
    const may = mayRenew(row, { accountId: officerOf(tx), consulateId });
    if (!may.ok) return may;
    const fits = await this.fits(tx, row, wish.document);
    if (!fits.ok) return fits;
    const { personId, document } = { personId: row.personId!, document: wish.document };
    const recorded = await this.persons.addDocument(tx, { personId, document });
    const confirmed = await this.documents.confirm(tx, recorded);
    if (!confirmed.ok) return refused('held_by_another_traveller');
    if (await this.store.basisOf(tx, row.id, recorded.documentId)) return ok(true);
    await this.keep(tx, row, recorded.documentId, 'renewal', wish.reasonCode);
    return ok(true);
  }

  /** The cases came to nothing: what they claimed is free, unless another case of the person has it. */
  async release(tx: Tx, caseIds: readonly string[], state: CaseState): Promise<void> {
    const released = await this.store.releaseOf(tx, { caseIds }, state);
    if (released.length === 0) return;
    const ids = [...new Set(released.map(({ documentId }) => documentId))];
    const claimed = await this.store.claimed(tx, ids);
    const free = ids.filter((id) => !claimed.has(id));
    await this.documents.release(tx, free, state);
  }

  private async takeFrom(tx: Tx, documentId: string): Promise<void> {
    for (const { caseId } of await this.store.releaseOf(tx, { documentId }, 'reassigned')) {
      await this.note(tx, caseId, 'document_taken', { document: documentId });
    }
    await this.documents.release(tx, [documentId], 'reassigned');
  }

  private async fits(tx: Tx, row: CaseRow, document: DocumentDetails) {
    const rules = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    const today = dayIn(tx.now, consulate!.timeZone);
    const traveller = {
      nationality: rules.bondedNationality,
      documentState: comparableState(document.issuingState),
      documentExpiresOn: dayOf(document.expiresOn),
      // A passport for the way home need not outlast the journey: that is said of the first (R34).
      documentNeededUntil: today,
    };
    return isInScope(rules.bondedNationality, traveller, today);
  }

  private async keep(
    tx: Tx,
    row: CaseRow,
    documentId: string,
    basis: DocumentBasis,
    reasonCode: string | null,
  ): Promise<void> {
    const confirmedBy = officerOf(tx);
    await this.store.insert(tx, { caseId: row.id, documentId, basis, reasonCode, confirmedBy });
    const what = basis === 'renewal' ? 'document_renewed' : 'document_confirmed';
    const details = { document: documentId, ...(reasonCode !== null && { reason: reasonCode }) };
    await this.note(tx, row.id, what, details);
  }

  private note(tx: Tx, caseId: string, what: string, details: AuditDetails) {
    const of = { subjectKind: 'visa_case', subjectId: caseId };
    return this.audit.write(tx, { action: `case.${what}`, ...of, details });
  }
}
