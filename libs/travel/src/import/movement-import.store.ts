import { toDate } from '#kernel';
import { columnsOf, inStates, lockRow, moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  movementImportLifecycle,
  underWayImportStates,
  type MovementImportEvent,
} from '../domain/movement-import.lifecycle.ts';
import {
  MovementImport,
  MovementImportMatch,
  MovementImportPart,
  MovementImportProblem,
  type ImportContent,
  type ImportOutcome,
} from './movement-import.entity.ts';

const importTable = stateTable('movement_import', movementImportLifecycle);
// The queue's own tries are over by then.
const LOST_AFTER_MINUTES = 15;
const SWEEP_MAX = 20;

type NewImport = Omit<MovementImport, 'decidedBy' | 'version' | keyof Progress>;
type CheckProgress = Pick<
  MovementImport,
  'linesChecked' | 'bytesChecked' | 'accepted' | 'duplicates' | 'refused' | 'matched'
>;
type LoadProgress = Pick<MovementImport, 'linesLoaded' | 'bytesLoaded' | 'loaded'>;
type Progress = CheckProgress & LoadProgress;

@Injectable()
export class MovementImportStore {
  /** False when this file of the programme is here already; waits for a call with the same to end. */
  async add(tx: Tx, row: NewImport): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MovementImport)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async addPart(tx: Tx, row: MovementImportPart): Promise<void> {
    await tx.sendAlong(
      'insert into movement_import_part (import_id, content, part, sealed) values ($1, $2, $3, $4)',
      [row.importId, row.content, row.part, row.sealed],
    );
  }

  async part(tx: Tx, importId: string, content: ImportContent, part: number): Promise<Buffer> {
    const where = { importId, content, part };
    const row = await tx.manager.getRepository(MovementImportPart).findOneBy(where);
    if (!row) throw new Error('an import without one of its parts');
    return row.sealed;
  }

  find(tx: Tx, id: string): Promise<MovementImport | null> {
    return tx.manager.getRepository(MovementImport).findOneBy({ id });
  }

  /** What was sent of this programme and not declined. */
  async byDigest(tx: Tx, programmeCode: string, digest: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select id from movement_import
       where programme_code = $1 and digest = $2 and state <> 'declined'`,
      [programmeCode, digest],
    );
    return row?.id;
  }

  /** The row, locked until the transaction ends. */
  lock(tx: Tx, id: string): Promise<MovementImport | null> {
    return lockRow(tx, MovementImport, 'id = $1', [id]);
  }

  async move(
    tx: Tx,
    row: MovementImport,
    event: MovementImportEvent,
    { reasonCode, decidedBy }: { reasonCode?: string; decidedBy?: string } = {},
  ): Promise<void> {
    const values = columnsOf(tx, MovementImport, { ...(decidedBy && { decidedBy }) });
    const why = { ...(reasonCode && { reasonCode }), values };
    row.state = await moveState(tx, importTable, row.id, row.state, event, why);
  }

  /** How far it is now; written in the transaction of what it counts. */
  async progressed(tx: Tx, id: string, progress: CheckProgress | LoadProgress): Promise<void> {
    await tx.manager.getRepository(MovementImport).update({ id }, progress);
  }

  async addProblems(tx: Tx, importId: string, rows: readonly RowProblem[]): Promise<number> {
    if (rows.length === 0) return 0;
    const added = await tx.query(
      `insert into movement_import_problem (import_id, line, record_id, reason)
       select $1, * from unnest($2::integer[], $3::text[], $4::text[])
       on conflict do nothing returning line`,
      [importId, rows.map((r) => r.line), rows.map((r) => r.recordId), rows.map((r) => r.reason)],
    );
    return added.length;
  }

  async addMatches(tx: Tx, importId: string, rows: readonly NewMatch[]): Promise<void> {
    if (rows.length === 0) return;
    const of = <K extends keyof NewMatch>(key: K) => rows.map((row) => row[key]);
    await tx.sendAlong(
      `insert into movement_import_match (import_id, line, person_id, document_id, kind, port_code,
         happened_at, authorised_until)
       select $1, * from unnest($2::integer[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
         $7::timestamptz[], $8::date[])`,
      [
        ...[importId, of('line'), of('personId'), of('documentId'), of('kind'), of('port')],
        ...[rows.map((row) => new Date(row.happenedAtMs)), of('authorisedUntil')],
      ],
    );
  }

  /** Rows of known travellers, in the order in which they happened; too many are cut. */
  matches(tx: Tx, importId: string, limit: number): Promise<MovementImportMatch[]> {
    return tx.manager.getRepository(MovementImportMatch).find({
      where: { importId },
      order: { happenedAt: 'asc', line: 'asc' },
      take: limit,
    });
  }

  async foresee(tx: Tx, importId: string, rows: readonly ForeseenMatch[]): Promise<void> {
    await tx.sendAlong(
      `update movement_import_match m
       set outcome = f.outcome, why = f.why, reference = f.reference
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[])
         as f (line, outcome, why, reference)
       where m.import_id = $1 and m.line = f.line`,
      [
        ...[importId, rows.map((r) => r.line), rows.map((r) => r.outcome)],
        ...[rows.map((r) => r.why), rows.map((r) => r.reference)],
      ],
    );
  }

  /** Those whose job must have been lost. */
  async lost(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from movement_import where ${inStates(underWayImportStates)} and state_since < $1
       order by state_since limit $2`,
      [toDate(tx.now.subtract({ minutes: LOST_AFTER_MINUTES })), SWEEP_MAX],
    );
    return rows.map((row) => row.id);
  }
}

export type RowProblem = Omit<MovementImportProblem, 'importId'>;
export interface NewMatch {
  readonly line: number;
  readonly personId: string;
  readonly documentId: string;
  readonly kind: string;
  readonly port: string;
  readonly happenedAtMs: number;
  readonly authorisedUntil: string | null;
}
export interface ForeseenMatch {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly why: string;
  readonly reference: string | null;
}
