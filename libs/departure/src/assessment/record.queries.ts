import { liveStates } from '#application';
import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DeskReason } from '../domain/assess-movement.ts';

const SWEEP_MAX = 500;
const OTHER_DOCUMENT: DeskReason = 'other_document';

/** Border records beside the cases that they are about. */
@Injectable()
export class RecordQueries {
  /**
   * Records set aside because of a document that an officer has recorded for a journey since (R32),
   * the longest waiting first. Those whose document never is are left where they are: however many
   * wait, they hold up nobody.
   */
  async ofDocumentsRecordedSince(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select m.id from movement m
       where m.state = 'set_aside'
         and exists (select from case_document d join visa_case c on c.id = d.case_id
           where d.document_id = m.document_id and d.released_at is null
             and c.person_id = m.person_id and ${inStates(liveStates, 'c.state')})
         and (select h.reason_code from movement_history h
           where h.owner_id = m.id and h.event = 'set_aside' order by h.seq desc limit 1) = $1
       order by m.state_since, m.id limit $2`,
      [OTHER_DOCUMENT, SWEEP_MAX],
    );
    return rows.map((r) => r.id);
  }
}
