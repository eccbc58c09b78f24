import { AuditLog, type AuditEvent } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonStore, type ClaimRow, type DocumentRef } from './person.store.ts';

/** Whose a document is, by an officer's word: a number is confirmed for one person at a time (R32). */
@Injectable()
export class TravelDocuments {
  constructor(
    private readonly store: PersonStore,
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
  ) {}

  /** Other persons of whom somebody says that they hold a document of the same number. */
  async rivals(tx: Tx, documentId: string): Promise<ClaimRow[]> {
    const { personId } = await this.store.document(tx, documentId);
    const claims = await this.store.claims(tx, await this.store.numberToken(tx, documentId));
    return claims.filter((c) => c.personId !== personId);
  }

  /**
   * From now on border records of this document are its person's. `held_by_another`: an officer has
   * confirmed it for somebody else, whose document the detail names.
   */
  async confirm(
    tx: Tx,
    { personId, documentId }: DocumentRef,
  ): Promise<Result<true, 'held_by_another'>> {
    const token = await this.store.numberToken(tx, documentId);
    await this.store.oneAtATime(tx, token);
    const holder = await this.store.holder(tx, token);
    if (holder && holder.documentId !== documentId) {
      return refused('held_by_another', { documentId: holder.documentId });
    }
    if (holder) return ok(true);
    await this.store.confirmDocument(tx, documentId);
    await this.audit.write(
      tx,
      noteOf('travel_document.confirmed', personId, { document: documentId }),
    );
    // A border record that names it almost may wait for it.
    await this.jobs.enqueue(tx, 'documents.confirmed', { documentId });
    return ok(true);
  }

  /** They are mere claims again, and match nothing. */
  async release(tx: Tx, documentIds: readonly string[], reason: string): Promise<void> {
    if (documentIds.length === 0) return;
    const released = await this.store.releaseDocuments(tx, documentIds);
    const entries = released.map(({ documentId, personId }) =>
      noteOf('travel_document.released', personId, { document: documentId, reason }),
    );
    await this.audit.writeAll(tx, entries);
  }
}

const noteOf = (
  action: string,
  subjectId: string,
  details: Record<string, string>,
): AuditEvent => ({
  ...{ action, subjectKind: 'person', subjectId, details },
});
