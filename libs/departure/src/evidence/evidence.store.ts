import { columnsOf, inStates, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  evidenceLifecycle,
  openEvidenceStates,
  type EvidenceEvent,
} from '../domain/evidence.lifecycle.ts';
import { Evidence } from './evidence.entity.ts';

const evidenceTable = stateTable('evidence', evidenceLifecycle);

type Proposed = Pick<
  Evidence,
  'proposal' | 'checks' | 'refusalReason' | 'proposedBy' | 'decidedBy' | 'decisionId'
>;
type Claim = Pick<Evidence, 'kind' | 'departedOn' | 'portCode'>;

/** Nothing is proposed. */
export const UNDECIDED: Proposed = {
  ...{ proposal: null, checks: [], refusalReason: null },
  ...{ proposedBy: null, decidedBy: null, decisionId: null },
};

/** Writes and locks of evidence. Lock case and bond before. */
@Injectable()
export class EvidenceStore {
  async add(tx: Tx, row: Evidence): Promise<void> {
    await tx.manager.getRepository(Evidence).insert(row);
  }

  async claim(tx: Tx, row: Evidence, claim: Claim): Promise<void> {
    await tx.manager.getRepository(Evidence).update({ id: row.id }, claim);
    Object.assign(row, claim);
  }

  find(tx: Tx, id: string): Promise<Evidence | null> {
    return tx.manager.getRepository(Evidence).findOneBy({ id });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<Evidence | null> {
    return lockRow(tx, Evidence, 'id = $1', [id]);
  }

  /** The one of a case about which somebody still has to act, locked like `lock`. */
  async lockOpen(tx: Tx, caseId: string): Promise<Evidence | null> {
    return lockRow(tx, Evidence, `case_id = $1 and ${inStates(openEvidenceStates)}`, [caseId]);
  }

  hasOpen(tx: Tx, caseId: string): Promise<boolean> {
    const where = { caseId, state: stateIn(openEvidenceStates) };
    return tx.manager.getRepository(Evidence).existsBy(where);
  }

  countOfCase(tx: Tx, caseId: string): Promise<number> {
    return tx.manager.getRepository(Evidence).countBy({ caseId });
  }

  /** With what the new state needs: the database sees to it that they agree. */
  async move(
    tx: Tx,
    row: Evidence,
    event: EvidenceEvent,
    fields: Partial<Proposed & Pick<Evidence, 'sentAt'>> = {},
    reasonCode?: string,
  ): Promise<void> {
    const why = { ...(reasonCode && { reasonCode }), values: columnsOf(tx, Evidence, fields) };
    row.state = await moveState(tx, evidenceTable, row.id, row.state, event, why);
    Object.assign(row, fields);
    row.version += 1;
  }
}
