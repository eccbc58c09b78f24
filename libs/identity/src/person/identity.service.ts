import { AuditLog } from '#audit';
import { Vault, type Place, type SubjectKey, type Tx, type WrappedKeys } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountStore } from '../account/account.store.ts';
import { emailPlace } from '../account/addresses.service.ts';
import { listedIds, LISTED_MAX } from '../domain/listed.ts';
import { fullName, type DocumentDetails, type PersonDetails } from '../domain/person.ts';
import { PersonStore } from './person.store.ts';

export interface Opening {
  /** Whose key sealed it. */
  readonly subjectId: string;
  readonly place: Place;
  readonly sealed: Buffer;
  /** Why it is read, as a code that stands in the trail: case_review. */
  readonly purpose: string;
}

export const detailsPlace = (personId: string): Place => ({
  table: 'person',
  column: 'details_sealed',
  row: personId,
});
export const documentPlace = (documentId: string): Place => ({
  table: 'travel_document',
  column: 'sealed',
  row: documentId,
});

/**
 * The one place where personal data is opened. Each opening is written into the trail in the same
 * transaction, which therefore must be a writing one: in a reading one nothing is opened.
 */
@Injectable()
export class Identity {
  constructor(
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly accounts: AccountStore,
    private readonly persons: PersonStore,
  ) {}

  seal(tx: Tx, subjectId: string, place: Place, plain: string): Promise<Buffer> {
    return this.vault.seal(tx, subjectId, place, plain);
  }

  /** Throws when it does not open: its key was erased, or it was altered or moved. */
  async open(tx: Tx, opening: Opening): Promise<string> {
    const { subjectId, place, sealed } = opening;
    return this.noted(tx, opening, () => this.vault.open(tx, subjectId, place, sealed));
  }

  /** For content in parts: opening it is in the trail once. Throws when its key was erased. */
  keyToOpen(tx: Tx, opening: Omit<Opening, 'sealed'>): Promise<SubjectKey> {
    return this.noted(tx, opening, () => this.vault.keyToOpen(tx, opening.subjectId));
  }

  private async noted<T>(
    tx: Tx,
    { subjectId, place, purpose }: Omit<Opening, 'sealed'>,
    open: () => Promise<T>,
  ): Promise<T> {
    const entry = {
      action: 'personal_data.opened',
      subjectKind: 'data_subject',
      subjectId,
      details: { purpose, table: place.table, column: place.column, row: place.row },
    };
    let opened: T;
    try {
      opened = await open();
    } catch (e) {
      // The caller's transaction will roll back, so what was tried is written in one of its own.
      await this.audit.writeApart(tx.ctx, { ...entry, outcome: 'failed' });
      throw e;
    }
    await this.audit.write(tx, entry);
    return opened;
  }

  /** Who a person is. Throws when the person may not be seen by who is asking. */
  async person(tx: Tx, personId: string, purpose: string): Promise<PersonDetails> {
    const { detailsSealed: sealed } = await this.persons.person(tx, personId);
    const place = detailsPlace(personId);
    const plain = await this.open(tx, { subjectId: personId, place, sealed, purpose });
    return JSON.parse(plain) as PersonDetails;
  }

  /**
   * Names for one page of a list, by person; those that do not open are left out. The rows and their
   * keys in one flight, and one entry of the trail that names everybody who was shown.
   */
  async names(tx: Tx, personIds: readonly string[], purpose: string): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const ids = [...new Set(personIds)];
    for (let i = 0; i < ids.length; i += LISTED_MAX) {
      const listed = ids.slice(i, i + LISTED_MAX);
      const [rows, keys] = await Promise.all([
        this.persons.details(tx, listed),
        this.vault.keysOf(tx, listed),
      ]);
      const found = await this.openListed(tx, rows, keys, purpose);
      for (const [id, plain] of found) names.set(id, fullName(JSON.parse(plain) as PersonDetails));
    }
    return names;
  }

  private async openListed(
    tx: Tx,
    rows: readonly { id: string; sealed: Buffer }[],
    keys: WrappedKeys,
    purpose: string,
  ): Promise<[string, string][]> {
    if (rows.length === 0) return [];
    const places = rows.map(({ id, sealed }) => ({
      subjectId: id,
      place: detailsPlace(id),
      sealed,
    }));
    const opened = this.vault.openAll(keys, places);
    const seen = rows.flatMap(({ id }, i) => {
      const plain = opened[i];
      return plain ? [[id, plain] as [string, string]] : [];
    });
    await this.audit.write(tx, {
      action: 'personal_data.listed',
      subjectKind: 'person',
      subjectId: null,
      details: { purpose, column: 'details_sealed', ...listedIds(seen.map(([id]) => id)) },
    });
    return seen;
  }

  /** A travel document with its number. Throws when it may not be seen. */
  async document(tx: Tx, documentId: string, purpose: string): Promise<DocumentDetails> {
    const { personId: subjectId, sealed } = await this.persons.document(tx, documentId);
    const place = documentPlace(documentId);
    const plain = await this.open(tx, { subjectId, place, sealed, purpose });
    return JSON.parse(plain) as DocumentDetails;
  }

  /** The address an account signs in with. Throws when the account may not be seen. */
  async emailOf(tx: Tx, accountId: string, purpose: string): Promise<string> {
    const sealed = await this.accounts.emailSealed(tx, accountId);
    if (!sealed) throw new Error('there is no such account, or it may not be seen');
    return this.open(tx, { subjectId: accountId, place: emailPlace(accountId), sealed, purpose });
  }
}
