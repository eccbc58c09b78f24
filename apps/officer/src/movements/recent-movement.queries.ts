import type { Tx } from '#platform';
import { momentOf } from '#platform';
import type { MovementLine } from '#travel';
import { Injectable } from '@nestjs/common';

export const RECENT_MAX = 50;

/** The newest records of the border, whatever became of them. */
@Injectable()
export class RecentMovementQueries {
  /** By arrival: ids are made in the order of time, so this walks the primary key backwards. */
  async newest(tx: Tx): Promise<MovementLine[]> {
    const rows = await tx.query<
      Omit<MovementLine, 'happenedAt' | 'stateSince' | 'reason'> & { at: Date; since: Date }
    >(
      `select m.id, m.record_id as "recordId", m.kind, m.port_code as "portCode",
         m.happened_at as at, m.state, m.state_since as since, c.name as "clientName",
         m.person_id as "personId", m.document_id as "documentId"
       from movement m join border_client c on c.id = m.client_id
       order by m.id desc limit ${RECENT_MAX}`,
    );
    return rows.map(({ at, since, ...row }) => ({
      ...row,
      happenedAt: momentOf(at),
      stateSince: momentOf(since),
      reason: null,
    }));
  }
}
