import type { Instant } from '#kernel';
import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { freezeLifecycle, IN_FORCE_STATES, type FreezeEvent } from '../domain/freeze.lifecycle.ts';
import { CaseFreeze } from './case-freeze.entity.ts';

const freezeTable = stateTable('case_freeze', freezeLifecycle);
const LIST_MAX = 100;

type Fields = Partial<Pick<CaseFreeze, 'liftReason' | 'proposedBy' | 'approvedBy'>>;

/** Reads, writes and locks of freezes. Lock the case before. */
@Injectable()
export class FreezeStore {
  async add(tx: Tx, row: CaseFreeze): Promise<void> {
    await tx.manager.getRepository(CaseFreeze).insert(row);
  }

  find(tx: Tx, id: string): Promise<CaseFreeze | null> {
    return tx.manager.getRepository(CaseFreeze).findOneBy({ id });
  }

  isKnownWarning(tx: Tx, processorWarningId: string): Promise<boolean> {
    return tx.manager.getRepository(CaseFreeze).existsBy({ processorWarningId });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<CaseFreeze | null> {
    return lockRow(tx, CaseFreeze, 'id = $1', [id]);
  }

  /** Those of a case that are in force, the first first. */
  ofCase(tx: Tx, caseId: string): Promise<CaseFreeze[]> {
    return tx.manager.getRepository(CaseFreeze).find({
      where: { caseId, state: stateIn(IN_FORCE_STATES) },
      order: { placedAt: 'asc', id: 'asc' },
    });
  }

  /** All that are in force, the longest first; at most a hundred. */
  all(tx: Tx): Promise<CaseFreeze[]> {
    return tx.manager.getRepository(CaseFreeze).find({
      where: { state: stateIn(IN_FORCE_STATES) },
      order: { placedAt: 'asc', id: 'asc' },
      take: LIST_MAX,
    });
  }

  /** With what the new state needs: the database sees to it that they agree. */
  async move(tx: Tx, row: CaseFreeze, event: FreezeEvent, fields: Fields = {}): Promise<void> {
    const values = columnsOf(tx, CaseFreeze, fields);
    const why = { ...(fields.liftReason && { reasonCode: fields.liftReason }), values };
    row.state = await moveState(tx, freezeTable, row.id, row.state, event, why);
    Object.assign(row, fields);
    row.version += 1;
  }

  /** Approved some time ago, and nobody has lifted it: its job was lost. */
  async overdue(tx: Tx, before: Instant, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from case_freeze where state = 'lift_approved' and state_since < $1
       order by state_since limit $2`,
      [before.toString(), limit],
    );
    return rows.map((r) => r.id);
  }
}
