import { Controller, Get, Header, Inject } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Database, systemCtx, UnfinishedWork, type Measured, type Metric } from '#platform';
import { OracleWatch } from './oracle-watch.service.ts';
import { unfinished } from './unfinished.ts';

/** What each library tells the operator's monitoring. */
export const MEASURED = Symbol('measured');

/** Numbers for the operator's monitoring. Counts only; nothing about anybody. */
@Controller('metrics')
export class MetricsController {
  private readonly process = new Registry();

  constructor(
    private readonly database: Database,
    private readonly watch: OracleWatch,
    private readonly work: UnfinishedWork,
    @Inject(MEASURED) private readonly libraries: readonly Measured[],
  ) {
    collectDefaultMetrics({ register: this.process });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    const now = new Registry();
    for (const metric of [await this.oracle(), ...(await this.ofLibraries())]) add(now, metric);
    return Registry.merge([this.process, now]).metrics();
  }

  private async oracle(): Promise<Metric> {
    return {
      name: 'oracle_violations',
      help: 'Rows that contradict the books; 0 when everything agrees',
      samples: [{ value: await this.watch.violations() }],
    };
  }

  private ofLibraries(): Promise<Metric[]> {
    return this.database.read(systemCtx('metrics'), async (tx) => {
      const found: Metric[] = [];
      for (const library of this.libraries) found.push(...(await library.metrics(tx)));
      const counts = await this.work.counts(tx, unfinished);
      return [
        ...found,
        {
          name: 'unfinished_work',
          help: 'What a job has not finished for minutes, by kind; 0 when all goes on',
          labelNames: ['kind'],
          samples: counts.map(({ kind, n }) => ({ labels: { kind }, value: n })),
        },
      ];
    });
  }
}

function add(registry: Registry, { name, help, labelNames = [], samples }: Metric): void {
  const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
  for (const { labels = {}, value } of samples) gauge.set(labels, value);
}
