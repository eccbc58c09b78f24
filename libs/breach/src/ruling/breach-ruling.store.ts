import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  breachRulingLifecycle,
  OPEN_RULINGS,
  type RulingEvent,
} from '../domain/ruling.lifecycle.ts';
import { BreachFactor, BreachFinding, BreachRuling } from './breach-ruling.entity.ts';

const rulingTable = stateTable('breach_ruling', breachRulingLifecycle);

type Fields = Partial<Pick<BreachRuling, 'decidedBy' | 'declineReason' | 'forfeitSeq'>>;

/** Writes and locks of rulings. Lock case, bond and file before. */
@Injectable()
export class BreachRulingStore {
  async insert(tx: Tx, row: BreachRuling): Promise<void> {
    await tx.manager.getRepository(BreachRuling).insert(row);
  }

  async insertGrounds(
    tx: Tx,
    findings: readonly BreachFinding[],
    weighed: readonly BreachFactor[],
  ): Promise<void> {
    await tx.manager.getRepository(BreachFinding).insert([...findings]);
    await tx.manager.getRepository(BreachFactor).insert([...weighed]);
  }

  find(tx: Tx, id: string): Promise<BreachRuling | null> {
    return tx.manager.getRepository(BreachRuling).findOneBy({ id });
  }

  lock(tx: Tx, id: string): Promise<BreachRuling | null> {
    return lockRow(tx, BreachRuling, 'id = $1', [id]);
  }

  /** Oldest first. */
  ofFile(tx: Tx, fileId: string): Promise<BreachRuling[]> {
    return tx.manager
      .getRepository(BreachRuling)
      .find({ where: { fileId }, order: { proposedAt: 'asc' } });
  }

  hasOpen(tx: Tx, fileId: string): Promise<boolean> {
    const state = stateIn(OPEN_RULINGS);
    return tx.manager.getRepository(BreachRuling).existsBy({ fileId, state });
  }

  /** The decision that reserved a part for the state; null where none did. */
  forfeiting(tx: Tx, fileId: string): Promise<BreachRuling | null> {
    return tx.manager
      .getRepository(BreachRuling)
      .createQueryBuilder('r')
      .where('r.fileId = :fileId and r.forfeitSeq is not null', { fileId })
      .getOne();
  }

  findings(tx: Tx, rulingId: string): Promise<BreachFinding[]> {
    return tx.manager.getRepository(BreachFinding).findBy({ rulingId });
  }

  factors(tx: Tx, rulingId: string): Promise<BreachFactor[]> {
    return tx.manager.getRepository(BreachFactor).findBy({ rulingId });
  }

  /** With the move, since the CHECKs hold state and fields together. */
  async move(
    tx: Tx,
    row: BreachRuling,
    event: RulingEvent,
    fields: Fields = {},
    why: { reasonCode?: string } = {},
  ): Promise<void> {
    const values = columnsOf(tx, BreachRuling, fields);
    row.state = await moveState(tx, rulingTable, row.id, row.state, event, { ...why, values });
    Object.assign(row, fields);
    row.version += 1;
  }

  /** Approved some time ago, and nobody has carried it out: its job was lost. */
  async overdue(tx: Tx, before: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from breach_ruling where state = 'approved' and state_since < $1
       order by state_since limit $2`,
      [before, limit],
    );
    return rows.map((r) => r.id);
  }
}
