import { inStates, listPage, momentOf, type ListPage, type ListWish } from '#platform';
import type { Tx, UnfinishedLists, WaitingLists } from '#platform';
import type { Instant } from '#kernel';
import { Injectable } from '@nestjs/common';
import type {
  MovementImportEvent,
  MovementImportState,
} from '../domain/movement-import.lifecycle.ts';
import { underWayImportStates } from '../domain/movement-import.lifecycle.ts';
import {
  MovementImport,
  type ImportOutcome,
  type ImportSource,
  type MovementImportMatch,
  type MovementImportProblem,
} from './movement-import.entity.ts';

/** Imports that wait for a second person. */
export const importsWaiting = {
  imports: `select from movement_import i where i.state = 'checked'`,
} as const satisfies WaitingLists;

/** Imports with which the worker has not come to an end. */
export const importsUnfinished = {
  imports: `select i.state_since as at from movement_import i
    where ${inStates(underWayImportStates, 'i.state')}
      and i.state_since < (select app.legal_now()) - interval '5 minutes'
    order by i.state_since`,
} as const satisfies UnfinishedLists;

export interface ImportLine {
  readonly id: string;
  readonly source: ImportSource;
  readonly sentAt: Instant;
  readonly sentBy: string;
  readonly state: MovementImportState;
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
}

export interface ImportStep {
  readonly event: MovementImportEvent;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly at: Instant;
}

export type ProblemLine = Omit<MovementImportProblem, 'importId'>;
export type MatchLine = Pick<
  MovementImportMatch,
  'line' | 'kind' | 'portCode' | 'happenedAt' | 'outcome' | 'why' | 'reference'
>;

/** How many rows would come to what. */
export interface OutcomeCount {
  readonly outcome: ImportOutcome | null;
  readonly count: number;
}

/** Imports as officers' pages show them. */
@Injectable()
export class MovementImportQueries {
  /** The newest first. */
  async list(tx: Tx, programmes: readonly string[], wish: ListWish): Promise<ListPage<ImportLine>> {
    // Codes of programmes are our own data: a letter, letters, figures and dashes.
    const ours = programmes.map((code) => `'${code.replace(/[^a-z0-9-]/g, '')}'`).join(', ');
    const found = await listPage<
      Omit<ImportLine, 'sentAt' | 'sentBy'> & { sent_at: Date; sent_by: string }
    >(
      tx,
      {
        columns: `i.id, i.source, i.sent_at, i.sent_by, i.state, i.accepted, i.duplicates, i.refused`,
        from: 'movement_import i',
        where: ours ? `i.programme_code in (${ours})` : 'false',
        ...{ at: 'i.sent_at', type: 'timestamptz', id: 'i.id', order: 'desc' },
      },
      wish,
    );
    const rows = found.rows.map(({ sent_at, sent_by, ...row }) => ({
      ...{ ...row, sentAt: momentOf(sent_at), sentBy: sent_by },
    }));
    return { ...found, rows };
  }

  one(tx: Tx, id: string): Promise<MovementImport | null> {
    return tx.manager.getRepository(MovementImport).findOneBy({ id });
  }

  async history(tx: Tx, id: string): Promise<ImportStep[]> {
    const rows = await tx.query<Omit<ImportStep, 'at'> & { at: Date }>(
      `select event, actor_id as "actorId", reason_code as "reasonCode", happened_at as at
       from movement_import_history where owner_id = $1 order by seq`,
      [id],
    );
    return rows.map((row) => ({ ...row, at: momentOf(row.at) }));
  }

  /** Rows that become no record, by line, some at a time. */
  problems(tx: Tx, importId: string, afterLine: number, limit: number): Promise<ProblemLine[]> {
    return tx.query<ProblemLine>(
      `select line, record_id as "recordId", reason from movement_import_problem
       where import_id = $1 and line > $2 order by line limit $3`,
      [importId, afterLine, limit],
    );
  }

  async outcomes(tx: Tx, importId: string): Promise<OutcomeCount[]> {
    return tx.query<OutcomeCount>(
      `select outcome, count(*)::int as count from movement_import_match
       where import_id = $1 group by outcome`,
      [importId],
    );
  }

  /** Rows of known travellers: those that move a bond before those that do not. */
  async matches(tx: Tx, importId: string, limit: number): Promise<MatchLine[]> {
    const rows = await tx.query<Omit<MatchLine, 'happenedAt'> & { at: Date }>(
      `select line, kind, port_code as "portCode", happened_at as at, outcome, why, reference
       from movement_import_match where import_id = $1
       order by array_position('{cancel,refer,desk,admit,nothing}'::text[], outcome), line
       limit $2`,
      [importId, limit],
    );
    return rows.map(({ at, ...row }) => ({ ...row, happenedAt: momentOf(at) }));
  }
}
