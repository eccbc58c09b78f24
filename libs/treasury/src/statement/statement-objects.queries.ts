import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** What a line of a statement is about, as far as it has a page. */
export interface StatementObject {
  readonly kind: 'refund' | 'dispute' | 'reversal' | 'suspense';
  readonly id: string;
}

/** Refunds, disputes and decisions on suspense behind the lines of a bond's statement. */
@Injectable()
export class StatementObjects {
  /** By what the cause of a line names before what happened to it: `re_1`, `disbursement:…`. */
  async ofBond(tx: Tx, bondId: string): Promise<Map<string, StatementObject>> {
    const rows = await tx.query<StatementObject & { object: string }>(
      `select o.object, o.kind, o.id from (
         select 'disbursement:' || d.id as object, 'refund' as kind, d.refund_id as id
         from disbursement d where d.owner_id = $1
         union all
         select d.processor_refund_id, 'refund', d.refund_id
         from disbursement d where d.owner_id = $1 and d.processor_refund_id is not null
         union all
         select d.processor_dispute_id, 'dispute', d.id from dispute d where d.bond_id = $1
         union all
         select r.processor_object, 'reversal', r.id from reversal r
         where r.bond_id = $1 and r.kind <> 'dispute'
         union all
         select 'task:' || p.id, 'suspense', p.received_payment_id
         from suspense_proposal p where p.bond_id = $1
) o`,
      [bondId],
    );
    return new Map(rows.map(({ object, kind, id }) => [object, { kind, id }]));
  }
}

/** The object of a cause, which is followed by what happened to it. */
export const objectOf = (cause: string): string => cause.slice(0, cause.lastIndexOf(':'));
