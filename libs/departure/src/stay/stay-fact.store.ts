import { columnsOf, inStates, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { StayFactKind } from '../domain/decide-stay.ts';
import {
  openStayFactStates,
  stayFactLifecycle,
  type StayFactEvent,
} from '../domain/stay-fact.lifecycle.ts';
import { StayFact } from './stay-fact.entity.ts';

const stayFactTable = stateTable('stay_fact', stayFactLifecycle);

type Answered = Pick<
  StayFact,
  'proposal' | 'acceptedDay' | 'refusalReason' | 'proposedBy' | 'decidedBy' | 'decisionId'
>;

/** One of a kind may be open from either side: its traveller's, and officers'. */
export interface Side {
  readonly kind: StayFactKind;
  readonly isOfficers: boolean;
}

/** Nothing is proposed. */
export const UNANSWERED: Answered = {
  ...{ proposal: null, acceptedDay: null, refusalReason: null },
  ...{ proposedBy: null, decidedBy: null, decisionId: null },
};

/** Writes and locks of what is reported of stays. Lock case and bond before. */
@Injectable()
export class StayFactStore {
  async add(tx: Tx, row: StayFact): Promise<void> {
    await tx.manager.getRepository(StayFact).insert(row);
  }

  async report(
    tx: Tx,
    row: StayFact,
    reported: Pick<StayFact, 'reportedDay' | 'reasonCode' | 'recordedBy'>,
  ): Promise<void> {
    await tx.manager.getRepository(StayFact).update({ id: row.id }, reported);
    Object.assign(row, reported);
  }

  find(tx: Tx, id: string): Promise<StayFact | null> {
    return tx.manager.getRepository(StayFact).findOneBy({ id });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<StayFact | null> {
    return lockRow(tx, StayFact, 'id = $1', [id]);
  }

  /** The one about which somebody still has to act, locked like `lock`. */
  lockOpen(tx: Tx, caseId: string, { kind, isOfficers }: Side): Promise<StayFact | null> {
    const where = `case_id = $1 and kind = $2 and (recorded_by is not null) = $3
      and ${inStates(openStayFactStates)}`;
    return lockRow(tx, StayFact, where, [caseId, kind, isOfficers]);
  }

  hasOpen(tx: Tx, caseId: string, { kind, isOfficers }: Side): Promise<boolean> {
    const recordedBy = isOfficers ? Not(IsNull()) : IsNull();
    const where = { caseId, kind, recordedBy, state: stateIn(openStayFactStates) };
    return tx.manager.getRepository(StayFact).existsBy(where);
  }

  count(tx: Tx, caseId: string, kind: StayFactKind): Promise<number> {
    return tx.manager.getRepository(StayFact).countBy({ caseId, kind });
  }

  /** With what the new state needs: the database sees to it that they agree. */
  async move(
    tx: Tx,
    row: StayFact,
    event: StayFactEvent,
    fields: Partial<Answered & Pick<StayFact, 'sentAt'>> = {},
    reasonCode?: string,
  ): Promise<void> {
    const why = { ...(reasonCode && { reasonCode }), values: columnsOf(tx, StayFact, fields) };
    row.state = await moveState(tx, stayFactTable, row.id, row.state, event, why);
    Object.assign(row, fields);
    row.version += 1;
  }
}
