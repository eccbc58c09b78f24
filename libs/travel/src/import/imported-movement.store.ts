import { Persons, type DocumentRef } from '#identity';
import { toDate } from '#kernel';
import { inStates, newId, Vault, type SubjectKey, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ImportRow } from '../domain/import-row.ts';
import { underWayStates } from '../domain/movement.lifecycle.ts';
import type { MovementImport } from './movement-import.entity.ts';

/** Rows of one import that are put before the rules by one job. */
const PAGE_ROWS = 500;

/** A row that would become a record. */
export interface GoodRow extends ImportRow {
  readonly line: number;
  readonly documentToken: Buffer;
  /** Keyed digest of all that it says. */
  readonly contentToken: Buffer;
}

/** The same, ready to be kept: its document is sealed, under the id that it will have. */
export interface SealedRow extends GoodRow {
  readonly id: string;
  readonly documentSealed: Buffer;
}

/** The first and the last of some records of an import, in the order in which they happened. */
export interface RecordPage {
  readonly first: string;
  readonly last: string;
}

/** All that a row says, in one form. */
export const contentOfRow = (row: ImportRow): string =>
  [
    ...[row.kind, row.port, row.happenedAtMs, row.authorisedUntil ?? '', row.issuingState],
    row.documentNumber,
  ].join('|');

/** Records that people brought in, many at a time. */
@Injectable()
export class ImportedMovementStore {
  constructor(
    private readonly persons: Persons,
    private readonly vault: Vault,
  ) {}

  withTokens(programmeCode: string, row: ImportRow & { line: number }): GoodRow {
    const documentToken = this.persons.documentToken(row.issuingState, row.documentNumber);
    const content = JSON.stringify([
      ...[programmeCode, row.kind, row.port, row.happenedAtMs, row.authorisedUntil],
      documentToken.toString('hex'),
    ]);
    return { ...row, documentToken, contentToken: this.vault.token('movement', content) };
  }

  /** Seals rows of an import by the key with which its file was sealed. */
  async sealing(
    tx: Tx,
    { id, programmeCode }: Pick<MovementImport, 'id' | 'programmeCode'>,
  ): Promise<(row: ImportRow & { line: number }) => SealedRow> {
    const key = await this.vault.keyToOpen(tx, id);
    return (row) => ({ ...this.withTokens(programmeCode, row), ...seal(key, row) });
  }

  /** What was brought in before under these ids, by id. */
  async known(
    tx: Tx,
    programmeCode: string,
    rows: readonly GoodRow[],
  ): Promise<ReadonlyMap<string, Buffer>> {
    if (rows.length === 0) return new Map();
    const found = await tx.query<{ record_id: string; content_token: Buffer }>(
      // Without the last words the index of these ids does not serve, and every chunk reads every record.
      `select record_id, content_token from movement
       where programme_code = $1 and record_id = any($2) and import_id is not null`,
      [programmeCode, rows.map((row) => row.recordId)],
    );
    return new Map(found.map((row) => [row.record_id, row.content_token]));
  }

  /**
   * Adds what is not here yet, matched with its traveller or without one, and writes the history of
   * that: one statement for all. Returns the ids of the records that were new.
   */
  async add(
    tx: Tx,
    { id: importId, source, programmeCode }: MovementImport,
    rows: readonly (SealedRow & { holder: DocumentRef | undefined })[],
  ): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const added = await tx.query<{ record_id: string }>(ADD, [
      ...[importId, source, programmeCode, toDate(tx.now)],
      ...[rows.map((r) => r.id), rows.map((r) => r.recordId), rows.map((r) => r.kind)],
      ...[rows.map((r) => r.port), rows.map((r) => new Date(r.happenedAtMs))],
      ...[rows.map((r) => r.authorisedUntil), rows.map((r) => r.issuingState)],
      ...[rows.map((r) => r.documentToken), rows.map((r) => r.documentSealed)],
      ...[rows.map((r) => r.contentToken), rows.map((r) => r.holder?.personId ?? null)],
      rows.map((r) => r.holder?.documentId ?? null),
    ]);
    return new Set(added.map((row) => row.record_id));
  }

  /** The records of an import that wait for a decision, in pages. */
  pagesOf(tx: Tx, importId: string): Promise<RecordPage[]> {
    return tx.query<RecordPage>(
      `select (array_agg(id order by happened_at, id))[1] as first,
         (array_agg(id order by happened_at desc, id desc))[1] as last
       from (select id, happened_at,
           (row_number() over (order by happened_at, id) - 1) / ${PAGE_ROWS} as page
         from movement where import_id = $1 and state = 'matched') m
       group by page order by page`,
      [importId],
    );
  }

  /** Records of one page that still wait, in the order in which they happened. */
  async waitingOf(tx: Tx, importId: string, { first, last }: RecordPage): Promise<string[]> {
    const at = (n: number) => `(select f.happened_at, f.id from movement f where f.id = $${n})`;
    const rows = await tx.query<{ id: string }>(
      `select m.id from movement m
       where m.import_id = $1 and ${inStates(underWayStates, 'm.state')}
         and (m.happened_at, m.id) >= ${at(2)} and (m.happened_at, m.id) <= ${at(3)}
       order by m.happened_at, m.id`,
      [importId, first, last],
    );
    return rows.map((row) => row.id);
  }
}

function seal(key: SubjectKey, row: ImportRow): Pick<SealedRow, 'id' | 'documentSealed'> {
  const id = newId();
  const place = { table: 'movement', column: 'document_sealed', row: id };
  const document = { issuingState: row.issuingState, number: row.documentNumber };
  return { id, documentSealed: key.seal(place, Buffer.from(JSON.stringify(document))) };
}

const ADD = `
  with sent as (
    select * from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
      $10::date[], $11::text[], $12::bytea[], $13::bytea[], $14::bytea[], $15::uuid[], $16::uuid[])
      as s (id, record_id, kind, port_code, happened_at, authorised_until, document_state,
        document_token, document_sealed, content_token, person_id, document_id)
  ), added as (
    insert into movement (id, source, import_id, programme_code, record_id, kind, port_code,
      happened_at, authorised_until, document_state, document_token, document_sealed,
      content_token, person_id, document_id, state, state_since, version)
    select id, $2, $1, $3, record_id, kind, port_code, happened_at, authorised_until,
      document_state, document_token, document_sealed, content_token, person_id, document_id,
      case when person_id is null then 'unmatched' else 'matched' end, $4, 2
    from sent
    on conflict do nothing
    returning id, record_id, state
  ), told as (
    insert into movement_history (owner_id, seq, event, from_state, to_state, actor_kind,
      happened_at)
    select id, 1,
      case state when 'matched' then 'traveller_found' else 'traveller_not_found' end,
      'received', state, 'system', $4
    from added
  )
  select record_id from added`;
