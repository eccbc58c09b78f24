import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Database, systemCtx, type Tx } from '#platform';
import { BrakeQueries } from '#refund';
import { OracleWatch } from './oracle-watch.ts';

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
    help: 'Processor events by state',
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

  constructor(
    private readonly database: Database,
    private readonly watch: OracleWatch,
    private readonly brake: BrakeQueries,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    this.oracle.set(await this.watch.violations());
    await this.database.read(systemCtx('metrics'), async (tx) => {
      const states = await tx.query<{ state: string; n: string }>(
        'select state, count(*) as n from processor_event group by state',
      );
      this.inbox.reset();
      for (const { state, n } of states) this.inbox.set({ state }, Number(n));
      await this.brakeNow(tx);
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
