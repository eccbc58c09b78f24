import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Database, systemCtx } from '#platform';
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

  constructor(
    private readonly database: Database,
    private readonly watch: OracleWatch,
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
    });
    return this.registry.metrics();
  }
}
