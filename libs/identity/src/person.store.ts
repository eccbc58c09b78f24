import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

export interface PersonRow {
  readonly id: string;
  readonly accountId: string;
  readonly detailsToken: Buffer;
  readonly detailsSealed: Buffer;
}

export interface DocumentRow {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly issuingState: string;
  readonly numberToken: Buffer;
  readonly sealed: Buffer;
  /** ISO date. */
  readonly expiresOn: string;
}

export interface DocumentRef {
  readonly personId: string;
  readonly documentId: string;
}

@Injectable()
export class PersonStore {
  /** Row-level security shows an applicant his own only. */
  async byNumber(tx: Tx, numberToken: Buffer): Promise<DocumentRef | undefined> {
    const [row] = await tx.query<DocumentRef>(
      `select person_id as "personId", id as "documentId"
       from travel_document where number_token = $1`,
      [numberToken],
    );
    return row;
  }

  async byDetails(tx: Tx, accountId: string, detailsToken: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select id from person where account_id = $1 and details_token = $2
       order by created_at, id limit 1`,
      [accountId, detailsToken],
    );
    return row?.id;
  }

  async person(tx: Tx, id: string): Promise<Pick<PersonRow, 'detailsToken' | 'detailsSealed'>> {
    const [row] = await tx.query<Pick<PersonRow, 'detailsToken' | 'detailsSealed'>>(
      `select details_token as "detailsToken", details_sealed as "detailsSealed"
       from person where id = $1`,
      [id],
    );
    if (!row) throw new Error('there is no such person, or it may not be seen');
    return row;
  }

  async document(tx: Tx, id: string): Promise<Pick<DocumentRow, 'personId' | 'sealed'>> {
    const [row] = await tx.query<Pick<DocumentRow, 'personId' | 'sealed'>>(
      'select person_id as "personId", sealed from travel_document where id = $1',
      [id],
    );
    if (!row) throw new Error('there is no such document, or it may not be seen');
    return row;
  }

  async insertPerson(tx: Tx, row: PersonRow): Promise<void> {
    await tx.query(
      `insert into person (id, account_id, details_token, details_sealed) values ($1, $2, $3, $4)`,
      [row.id, row.accountId, row.detailsToken, row.detailsSealed],
    );
  }

  async changeDetails(tx: Tx, row: Omit<PersonRow, 'accountId'>): Promise<void> {
    await tx.query('update person set details_token = $2, details_sealed = $3 where id = $1', [
      row.id,
      row.detailsToken,
      row.detailsSealed,
    ]);
  }

  /** False when the document is recorded already, though its row may not be seen. */
  async insertDocument(tx: Tx, row: DocumentRow): Promise<boolean> {
    // Without a conflict target: naming one would need the other account's row to be visible.
    const made = await tx.query(
      `insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                                    expires_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [
        row.id,
        row.personId,
        row.accountId,
        row.issuingState,
        row.numberToken,
        row.sealed,
        row.expiresOn,
      ],
    );
    return made.length === 1;
  }
}
