import { lockRow, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { InformationRequest } from './information-request.entity.ts';

export interface DueRequest {
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: string;
}

type Ended = Pick<InformationRequest, 'endedAt' | 'outcome' | 'answerSealed'>;

/** Writes and locks of requests for information. Lock the case before. */
@Injectable()
export class InformationRequestStore {
  async add(tx: Tx, row: InformationRequest): Promise<void> {
    await tx.manager.getRepository(InformationRequest).insert(row);
  }

  count(tx: Tx, caseId: string): Promise<number> {
    return tx.manager.getRepository(InformationRequest).countBy({ caseId });
  }

  /** Null where nothing is asked, or the process may not change it. */
  lockOpen(tx: Tx, caseId: string): Promise<InformationRequest | null> {
    return lockRow(tx, InformationRequest, 'case_id = $1 and ended_at is null', [caseId]);
  }

  async end(tx: Tx, caseId: string, ended: Ended): Promise<void> {
    const open = { caseId, endedAt: IsNull() };
    await tx.manager.getRepository(InformationRequest).update(open, ended);
  }

  async setDue(tx: Tx, id: string, dueAt: InformationRequest['dueAt']): Promise<void> {
    await tx.manager.getRepository(InformationRequest).update({ id }, { dueAt });
  }

  /** Open ones of which something is due, the longest waiting first. */
  due(tx: Tx, limit: number, after: DueRequest | null): Promise<DueRequest[]> {
    return tx.query(
      `select id, case_id as "caseId", due_at::text as "dueAt" from information_request
       where ended_at is null and due_at < $1
         and ($2::timestamptz is null or (due_at, id) > ($2, $3::uuid))
       order by due_at, id limit $4`,
      [tx.now.toString(), after?.dueAt ?? null, after?.id ?? null, limit],
    );
  }
}
