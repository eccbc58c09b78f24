import type { Measured, Metric, Tx } from '#platform';
import { CEILING_HOURS } from '#refund';
import { Injectable } from '@nestjs/common';

export interface RefundRate {
  readonly by: 'programme' | 'border_client';
  /** The programme's code or the border system's id. */
  readonly name: string;
  /** Refunds that rules let leave in the last hour. */
  readonly count: number;
  readonly ceiling: number;
}

// A programme has as many versions in force as there were rules before: the last one that has begun
// to hold is what cases are opened under now.
const RATES = `
  with rule as (
    select distinct on (programme_code) programme_code as code,
      (rules->>'refundsPerHour')::int as whole, (rules->>'refundsPerHourByClient')::int as each
    from programme_version
    where state <> 'draft' and effective_from <= ($1::timestamptz at time zone 'UTC')::date
    order by programme_code, effective_from desc
  ), leaving as (
    select programme_code, border_client_id from refund
    where waits_because is null
      and created_at > $1::timestamptz - interval '${CEILING_HOURS} hours'
  )
  select 'programme' as by, code as name, whole as ceiling,
    (select count(*)::int from leaving where programme_code = code) as count
  from rule
  union all
  select 'border_client', c.id::text, each,
    (select count(*)::int from leaving where border_client_id = c.id)
  from border_client c join rule on code = c.programme_code`;

/** How fast rules return money, for the operator's alarm (R33). Counts only. */
@Injectable()
export class BrakeQueries implements Measured {
  async metrics(tx: Tx): Promise<Metric[]> {
    const { rates, waiting } = await this.rates(tx);
    const labelNames = ['by', 'name'];
    const each = (value: (rate: RefundRate) => number) =>
      rates.map((rate) => ({ labels: { by: rate.by, name: rate.name }, value: value(rate) }));
    return [
      {
        name: 'rule_refunds_last_hour',
        help: 'Refunds that rules let leave in the last hour; raise an alarm as it nears the ceiling',
        labelNames,
        samples: each(({ count }) => count),
      },
      {
        name: 'rule_refunds_ceiling',
        help: 'Refunds an hour that rules may let leave',
        labelNames,
        samples: each(({ ceiling }) => ceiling),
      },
      {
        name: 'rule_refunds_waiting',
        help: 'Refunds that the brake keeps for the treasury',
        samples: [{ value: waiting }],
      },
    ];
  }

  async rates(tx: Tx): Promise<{ rates: RefundRate[]; waiting: number }> {
    const rates = await tx.query<RefundRate>(RATES, [tx.now.toString()]);
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from disbursement d join refund r on r.id = d.refund_id
       where d.state = 'due' and r.waits_because is not null`,
    );
    return { rates, waiting: row!.n };
  }
}
