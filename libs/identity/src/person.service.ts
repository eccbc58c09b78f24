import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  comparableDocument,
  comparablePerson,
  comparableState,
  isDocumentNumber,
  type DocumentDetails,
  type PersonDetails,
} from './domain/person.ts';
import { detailsPlace, documentPlace } from './identity.service.ts';
import { PersonStore, type DocumentRef } from './person.store.ts';

export interface PersonRecord {
  /** Who looks after the person's application, and must be who is asking. */
  readonly accountId: string;
  readonly details: PersonDetails;
  readonly document: DocumentDetails;
}

/** Persons and their travel documents, as applicants state them. */
@Injectable()
export class Persons {
  constructor(
    private readonly vault: Vault,
    private readonly store: PersonStore,
    private readonly audit: AuditLog,
  ) {}

  /** The keyed token by which a border record finds its traveller. Needs no database. */
  documentToken(issuingState: string, number: string): Buffer {
    return this.vault.token('document', comparableDocument(issuingState, number));
  }

  /** Whose document this is, among those that who is asking may see. */
  byDocument(
    tx: Tx,
    document: { issuingState: string; number: string },
  ): Promise<DocumentRef | null> {
    return this.byDocumentToken(tx, this.documentToken(document.issuingState, document.number));
  }

  /** The same for a border record, which keeps the document's token and not its number. */
  async byDocumentToken(tx: Tx, token: Buffer): Promise<DocumentRef | null> {
    return (await this.store.byNumber(tx, token)) ?? null;
  }

  /**
   * Records a person with a document, in the applicant's own transaction. The same account may
   * come back: with the same document (its details are then corrected) or with a new one.
   * `document_in_use`: another account has recorded this document.
   */
  async record(
    tx: Tx,
    { accountId, details, document }: PersonRecord,
  ): Promise<Result<DocumentRef, 'document_in_use'>> {
    if (!isDocumentNumber(document.number)) throw new TypeError('not the number of a document');
    const known = await this.byDocument(tx, document);
    if (known) {
      await this.correct(tx, known.personId, details);
      return ok(known);
    }
    const token = this.detailsToken(details);
    const personId =
      (await this.store.byDetails(tx, accountId, token)) ??
      (await this.addPerson(tx, accountId, details));
    const documentId = newId();
    const isNew = await this.store.insertDocument(tx, {
      id: documentId,
      personId,
      accountId,
      issuingState: comparableState(document.issuingState),
      numberToken: this.documentToken(document.issuingState, document.number),
      sealed: await this.sealJson(tx, personId, documentPlace(documentId), document),
      expiresOn: document.expiresOn,
    });
    if (!isNew) return refused('document_in_use');
    await this.note(tx, 'travel_document.recorded', personId, { document: documentId });
    return ok({ personId, documentId });
  }

  private async addPerson(tx: Tx, accountId: string, details: PersonDetails): Promise<string> {
    const id = newId();
    await this.store.insertPerson(tx, {
      id,
      accountId,
      detailsToken: this.detailsToken(details),
      detailsSealed: await this.sealJson(tx, id, detailsPlace(id), details),
    });
    await this.note(tx, 'person.recorded', id, {});
    return id;
  }

  // What was submitted earlier stays frozen with its case; this is who the person is from now on.
  private async correct(tx: Tx, id: string, details: PersonDetails): Promise<void> {
    const detailsToken = this.detailsToken(details);
    const { detailsToken: before } = await this.store.person(tx, id);
    if (before.equals(detailsToken)) return;
    const detailsSealed = await this.sealJson(tx, id, detailsPlace(id), details);
    await this.store.changeDetails(tx, { id, detailsToken, detailsSealed });
    await this.note(tx, 'person.details_changed', id, {});
  }

  private detailsToken(details: PersonDetails): Buffer {
    return this.vault.token('person', comparablePerson(details));
  }

  private sealJson(
    tx: Tx,
    subjectId: string,
    place: ReturnType<typeof detailsPlace>,
    value: object,
  ): Promise<Buffer> {
    return this.vault.seal(tx, subjectId, place, JSON.stringify(value));
  }

  private note(tx: Tx, action: string, personId: string, details: Record<string, string>) {
    return this.audit.write(tx, { action, subjectKind: 'person', subjectId: personId, details });
  }
}
