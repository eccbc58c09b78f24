import { AuditLog } from '#audit';
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
    await this.store.setConfirmed(tx, documentId, true);
    await this.note(tx, 'travel_document.confirmed', personId, { document: documentId });
    // A border record that names it almost may wait for it.
    await this.jobs.enqueue(tx, 'documents.confirmed', { documentId });
    return ok(true);
  }

  /** It is a mere claim again, and matches nothing. */
  async release(tx: Tx, documentId: string, reason: string): Promise<void> {
    const { personId } = await this.store.document(tx, documentId);
    await this.store.setConfirmed(tx, documentId, false);
    await this.note(tx, 'travel_document.released', personId, { document: documentId, reason });
  }

  private note(tx: Tx, action: string, personId: string, details: Record<string, string>) {
    return this.audit.write(tx, { action, subjectKind: 'person', subjectId: personId, details });
  }
}
