import { toDate } from '#kernel';
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

/** Claims of one number that are looked at: enough for a dispute, too few to be abused. */
const CLAIMS_MAX = 20;
/** Of one look-up by many tokens. */
const HOLDERS_MAX = 500;

export interface DocumentRef {
  readonly personId: string;
  readonly documentId: string;
}

/** Whose confirmed document was found, and by which of the tokens. */
export interface HolderRow extends DocumentRef {
  readonly token: Buffer;
}

/** A document of the number that is looked for. */
export interface ClaimRow extends DocumentRef {
  readonly isConfirmed: boolean;
}

/** Of somebody who claims it. */
export interface ClaimantRow extends DocumentRef {
  readonly detailsToken: Buffer;
  /** An officer has confirmed a document of theirs. */
  readonly isKnown: boolean;
}

@Injectable()
export class PersonStore {
  /**
   * Everybody who claims the number, a confirmed holder first, then the newest claim. Row-level
   * security shows an applicant his own only.
   */
  claims(tx: Tx, numberToken: Buffer): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(
      `select person_id as "personId", id as "documentId", confirmed_at is not null as "isConfirmed"
       from travel_document where number_token = $1
       order by confirmed_at is null, created_at desc, id limit $2`,
      [numberToken, CLAIMS_MAX],
    );
  }

  /** Whose document an officer has confirmed it to be. */
  async holder(tx: Tx, numberToken: Buffer): Promise<DocumentRef | undefined> {
    const [row] = await tx.query<DocumentRef>(
      `select person_id as "personId", id as "documentId"
       from travel_document where number_token = $1 and confirmed_at is not null`,
      [numberToken],
    );
    return row;
  }

  /** The same of many numbers at once. */
  holders(
    tx: Tx,
    numberTokens: readonly Buffer[],
  ): Promise<(DocumentRef & { readonly token: Buffer })[]> {
    return tx.query(
      `select person_id as "personId", id as "documentId", number_token as token
       from travel_document where number_token = any($1) and confirmed_at is not null`,
      [numberTokens],
    );
  }

  /** The same of one person, however many others claim the number. */
  async claimOf(tx: Tx, personId: string, numberToken: Buffer): Promise<DocumentRef | undefined> {
    const [row] = await tx.query<DocumentRef>(
      `select person_id as "personId", id as "documentId"
       from travel_document where number_token = $2 and person_id = $1`,
      [personId, numberToken],
    );
    return row;
  }

  /** Who claims the number, as far as they are told apart; in the order of `claims`. */
  claimants(tx: Tx, numberToken: Buffer): Promise<ClaimantRow[]> {
    return tx.query<ClaimantRow>(
      `select d.person_id as "personId", d.id as "documentId", p.details_token as "detailsToken",
         exists (select from travel_document o
                 where o.person_id = d.person_id and o.confirmed_at is not null) as "isKnown"
       from travel_document d join person p on p.id = d.person_id where d.number_token = $1
       order by d.confirmed_at is null, d.created_at desc, d.id limit $2`,
      [numberToken, CLAIMS_MAX],
    );
  }

  /** Who holds one of these documents, by an officer's word. */
  holdersOf(tx: Tx, numberTokens: readonly Buffer[]): Promise<HolderRow[]> {
    return tx.query<HolderRow>(
      `select number_token as token, person_id as "personId", id as "documentId"
       from travel_document where number_token = any($1) and confirmed_at is not null
       limit $2`,
      [numberTokens, HOLDERS_MAX],
    );
  }

  /** Documents that an officer has confirmed of persons who are known by one of these details. */
  holdersByDetails(tx: Tx, detailsTokens: readonly Buffer[]): Promise<HolderRow[]> {
    return tx.query<HolderRow>(
      `select p.details_token as token, d.person_id as "personId", d.id as "documentId"
       from person p join travel_document d on d.person_id = p.id and d.confirmed_at is not null
       where p.details_token = any($1) limit $2`,
      [detailsTokens, HOLDERS_MAX],
    );
  }

  async numberToken(tx: Tx, documentId: string): Promise<Buffer> {
    const [row] = await tx.query<{ token: Buffer }>(
      'select number_token as token from travel_document where id = $1',
      [documentId],
    );
    if (!row) throw new Error('there is no such document, or it may not be seen');
    return row.token;
  }

  /** Two confirmations of one number wait for each other, until the commit. */
  async oneAtATime(tx: Tx, numberToken: Buffer): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `document:${numberToken.toString('hex')}`,
    ]);
  }

  async confirmDocument(tx: Tx, documentId: string): Promise<void> {
    await tx.query('update travel_document set confirmed_at = $2 where id = $1', [
      documentId,
      toDate(tx.now),
    ]);
  }

  /** Throws when one of them may not be seen. */
  async releaseDocuments(tx: Tx, documentIds: readonly string[]): Promise<DocumentRef[]> {
    const released = await tx.query<DocumentRef>(
      `with released as (
         update travel_document set confirmed_at = null where id = any($1) returning id, person_id)
       select id as "documentId", person_id as "personId" from released`,
      [documentIds],
    );
    if (released.length === documentIds.length) return released;
    throw new Error('there is no such document, or it may not be changed');
  }

  async byDetails(tx: Tx, accountId: string, detailsToken: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select id from person where account_id = $1 and details_token = $2
       order by created_at, id limit 1`,
      [accountId, detailsToken],
    );
    return row?.id;
  }

  /** The sealed details of those whom who is asking may see. */
  details(tx: Tx, ids: readonly string[]): Promise<{ id: string; sealed: Buffer }[]> {
    return tx.query(
      'select id, details_sealed as sealed from person where id = any($1) order by id',
      [ids],
    );
  }

  async person(tx: Tx, id: string): Promise<Pick<PersonRow, 'detailsSealed'>> {
    const [row] = await tx.query<Pick<PersonRow, 'detailsSealed'>>(
      'select details_sealed as "detailsSealed" from person where id = $1',
      [id],
    );
    if (!row) throw new Error('there is no such person, or it may not be seen');
    return row;
  }

  async accountOf(tx: Tx, personId: string): Promise<string> {
    const [row] = await tx.query<{ accountId: string }>(
      'select account_id as "accountId" from person where id = $1',
      [personId],
    );
    if (!row) throw new Error('there is no such person, or it may not be seen');
    return row.accountId;
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

  async insertDocument(tx: Tx, row: DocumentRow): Promise<void> {
    await tx.query(
      `insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                                    expires_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
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
  }
}
