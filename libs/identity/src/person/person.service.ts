import { AuditLog } from '#audit';
import { newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  comparableDocument,
  comparablePerson,
  comparableState,
  isDocumentNumber,
  type DocumentDetails,
  type PersonDetails,
} from '../domain/person.ts';
import { detailsPlace, documentPlace } from './identity.service.ts';
import { PersonStore, type ClaimRow, type DocumentRef, type HolderRow } from './person.store.ts';

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

  /**
   * Everybody whose document somebody says this is, among those that who is asking may see: whose it
   * was confirmed to be first.
   */
  async claimants(tx: Tx, document: { issuingState: string; number: string }): Promise<ClaimRow[]> {
    return this.store.claims(tx, this.documentToken(document.issuingState, document.number));
  }

  /**
   * Whom an officer finds by a document's number; null when nobody. That somebody asked is in the
   * trail, found or not: it needs a writing transaction.
   */
  async lookUp(tx: Tx, document: { issuingState: string; number: string }): Promise<string | null> {
    const [known] = await this.claimants(tx, document);
    const subjectId = known?.personId ?? null;
    await this.audit.write(tx, {
      ...{ action: 'person.looked_up', subjectKind: 'data_subject', subjectId },
      ...{ outcome: known ? 'done' : 'refused', details: { by: 'document' } },
    });
    return subjectId;
  }

  /**
   * Whose journey a border record is, which keeps the document's token and not its number: only a
   * document that an officer has confirmed matches (R32).
   */
  async byDocumentToken(tx: Tx, token: Buffer): Promise<DocumentRef | null> {
    return (await this.store.holder(tx, token)) ?? null;
  }

  /** The same for many records at once: who holds which, by the token in hexadecimal. */
  async byDocumentTokens(
    tx: Tx,
    tokens: readonly Buffer[],
  ): Promise<ReadonlyMap<string, DocumentRef>> {
    if (tokens.length === 0) return new Map();
    const rows = await this.store.holders(tx, tokens);
    return new Map(rows.map(({ token, ...holder }) => [token.toString('hex'), holder]));
  }

  /** Whose a document is, or is said to be. */
  async holderOf(tx: Tx, documentId: string): Promise<string> {
    return (await this.store.document(tx, documentId)).personId;
  }

  /** The keyed token by which a person is found whose passport is another one. */
  personToken(details: Omit<PersonDetails, 'sex'>): Buffer {
    return this.vault.token('person', comparablePerson(details));
  }

  /**
   * Confirmed documents found by any of many tokens, of documents and of persons: whose a record could
   * be. That it is theirs is for people to say.
   */
  async likelyHolders(
    tx: Tx,
    tokens: { readonly documents: readonly Buffer[]; readonly persons: readonly Buffer[] },
  ): Promise<HolderRow[]> {
    const [byNumber, byDetails] = await Promise.all([
      tokens.documents.length ? this.store.holdersOf(tx, tokens.documents) : [],
      tokens.persons.length ? this.store.holdersByDetails(tx, tokens.persons) : [],
    ]);
    return [...byNumber, ...byDetails];
  }

  /**
   * Records what an applicant states of a person and a document, in the applicant's own transaction.
   * It is a claim and no more: whether others state the same is not looked at, and cannot be learned.
   * The same account may come back, with the same document or with a new one.
   */
  async record(tx: Tx, { accountId, details, document }: PersonRecord): Promise<DocumentRef> {
    if (!isDocumentNumber(document.number)) throw new TypeError('not the number of a document');
    const own = await this.ownClaim(tx, details, document);
    if (own) return own;
    const token = this.detailsToken(details);
    const personId =
      (await this.store.byDetails(tx, accountId, token)) ??
      (await this.addPerson(tx, accountId, details));
    return this.addDocument(tx, { accountId, personId, document });
  }

  /** A document that a person holds beside others, recorded for the account that looks after him. */
  async addDocument(
    tx: Tx,
    {
      personId,
      document,
      ...of
    }: { personId: string; document: DocumentDetails; accountId?: string },
  ): Promise<DocumentRef> {
    const numberToken = this.documentToken(document.issuingState, document.number);
    const known = await this.store.claimOf(tx, personId, numberToken);
    if (known) return known;
    const documentId = newId();
    await this.store.insertDocument(tx, {
      id: documentId,
      personId,
      accountId: of.accountId ?? (await this.store.accountOf(tx, personId)),
      issuingState: comparableState(document.issuingState),
      numberToken,
      sealed: await this.sealJson(tx, personId, documentPlace(documentId), document),
      expiresOn: document.expiresOn,
    });
    await this.note(tx, 'travel_document.recorded', personId, { document: documentId });
    return { personId, documentId };
  }

  // Who holds a confirmed document is somebody an officer has seen: typing another name names somebody
  // else, which an officer then sees. Who is only claimed is put right.
  private async ownClaim(
    tx: Tx,
    details: PersonDetails,
    document: DocumentDetails,
  ): Promise<DocumentRef | undefined> {
    const token = this.detailsToken(details);
    const number = this.documentToken(document.issuingState, document.number);
    const claims = await this.store.claimants(tx, number);
    const same = claims.find((c) => c.detailsToken.equals(token));
    if (same) return refOf(same);
    const mistyped = claims.find((c) => !c.isKnown);
    if (!mistyped) return undefined;
    await this.correct(tx, mistyped.personId, details);
    return refOf(mistyped);
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
    const detailsSealed = await this.sealJson(tx, id, detailsPlace(id), details);
    await this.store.changeDetails(tx, { id, detailsToken, detailsSealed });
    await this.note(tx, 'person.details_changed', id, {});
  }

  private detailsToken(details: PersonDetails): Buffer {
    return this.personToken(details);
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

const refOf = ({ personId, documentId }: DocumentRef): DocumentRef => ({ personId, documentId });
