import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** SQL: differences that the treasury had asked about, with our look at their object since then. */
const LOOKS = `
  from money_difference d
  cross join lateral (select max(h.learned_at) as at from money_difference_history h
    where h.owner_id = d.id and h.event = 'asked') asked
  left join processor_event e on e.id = 'look:' || d.object_id and e.created_at >= asked.at
  where d.state = 'asked'`;

/** What has become of asking the processor again. */
@Injectable()
export class DifferenceAskingQueries {
  /** Those of which the processor's answer was applied, or could not be. */
  async answered(tx: Tx, objectIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select d.id ${LOOKS} and d.object_id = any($1) and e.state <> 'received'`,
      [objectIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Decided by people, and nothing has come of it: its job was lost, or is on its way. */
  async unsettled(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select d.id ${LOOKS} and e.id is null limit ${limit})
       union all (select id from money_difference where state = 'confirmed' limit ${limit})`,
    );
    return rows.map((row) => row.id);
  }
}
