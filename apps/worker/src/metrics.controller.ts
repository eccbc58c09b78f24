import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Database, systemCtx, type Tx } from '#platform';
import { InboxQueries } from '#payments';
import { BrakeQueries, refundsUnfinished } from '#refund';
import { deskOf } from '#travel';
import { OracleWatch } from './oracle-watch.ts';
import { WAITING_NOW } from './waiting-work.ts';

// A job that a sweep has made good stays failed in its queue: so what was to be done is asked.
export const UNFINISHED = `
  select 'movements' as kind, count(*)::int as n from movement m where ${deskOf.unfinished}
  union all
  select 'refunds', count(*)::int from disbursement where ${refundsUnfinished}
  union all
  ${WAITING_NOW}`;

/** Numbers for the operator's monitoring. Counts only; nothing about anybody. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();
  private readonly oracle = new Gauge({
    name: 'oracle_violations',
    help: 'Rows that contradict the books; 0 when everything agrees',
    registers: [this.registry],
  });
  private readonly inbox = new Gauge({
    name: 'processor_events',
    help: 'Processor events that are not applied, by state',
    labelNames: ['state'],
    registers: [this.registry],
  });
  private readonly leaving = new Gauge({
    name: 'rule_refunds_last_hour',
    help: 'Refunds that rules let leave in the last hour; raise an alarm as it nears the ceiling',
    labelNames: ['by', 'name'],
    registers: [this.registry],
  });
  private readonly ceiling = new Gauge({
    name: 'rule_refunds_ceiling',
    help: 'Refunds an hour that rules may let leave',
    labelNames: ['by', 'name'],
    registers: [this.registry],
  });
  private readonly braked = new Gauge({
    name: 'rule_refunds_waiting',
    help: 'Refunds that the brake keeps for the treasury',
    registers: [this.registry],
  });

  private readonly unfinished = new Gauge({
    name: 'unfinished_work',
    help: 'What a job has not finished for minutes, by kind; 0 when all goes on',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor(
    private readonly database: Database,
    private readonly watch: OracleWatch,
    private readonly brake: BrakeQueries,
    private readonly events: InboxQueries,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    this.oracle.set(await this.watch.violations());
    await this.database.read(systemCtx('metrics'), async (tx) => {
      const events = await this.events.counts(tx);
      for (const [state, n] of Object.entries(events)) this.inbox.set({ state }, n);
      await this.brakeNow(tx);
      const kinds = await tx.query<{ kind: string; n: number }>(UNFINISHED);
      for (const { kind, n } of kinds) this.unfinished.set({ kind }, n);
    });
    return this.registry.metrics();
  }

  private async brakeNow(tx: Tx): Promise<void> {
    const { rates, waiting } = await this.brake.rates(tx);
    this.leaving.reset();
    this.ceiling.reset();
    for (const { by, name, count, ceiling } of rates) {
      this.leaving.set({ by, name }, count);
      this.ceiling.set({ by, name }, ceiling);
    }
    this.braked.set(waiting);
  }
}
