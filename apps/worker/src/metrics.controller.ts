import { Controller, Get, Header, Inject } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import {
  Database,
  OracleQueries,
  systemCtx,
  type Tx,
  UnfinishedWork,
  type Measured,
  type Metric,
} from '#platform';
import { unfinished } from './unfinished.ts';

/** What each library tells the operator's monitoring. */
export const MEASURED = Symbol('measured');

// What a delay of the loop is measured by wakes the process as often: at 10 ms, a hundred times a second.
const LOOP_PRECISION_MS = 100;

/** Numbers for the operator's monitoring. Counts only; nothing about anybody. */
@Controller('metrics')
export class MetricsController {
  private readonly process = new Registry();

  constructor(
    private readonly database: Database,
    private readonly oracles: OracleQueries,
    private readonly work: UnfinishedWork,
    @Inject(MEASURED) private readonly libraries: readonly Measured[],
  ) {
    collectDefaultMetrics({
      register: this.process,
      eventLoopMonitoringPrecision: LOOP_PRECISION_MS,
    });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    const now = new Registry();
    for (const metric of await this.all()) add(now, metric);
    return Registry.merge([this.process, now]).metrics();
  }

  /** Nothing until a first pass has ended: no news is no clean book. */
  private async oracle(tx: Tx): Promise<Metric[]> {
    const last = await this.oracles.last(tx);
    if (!last) return [];
    return [
      {
        name: 'oracle_violations',
        help: 'Rows that contradicted the books in the last pass, or so far in this one; 0 when all agree',
        samples: [{ value: last.violations }],
      },
      {
        name: 'oracle_age_seconds',
        help: 'Since when everything in the books has been looked at: how long ago the last pass began',
        samples: [{ value: last.ageSeconds }],
      },
      {
        name: 'oracle_pass_seconds',
        help: 'How long the last pass over all the books took',
        samples: [{ value: last.seconds }],
      },
    ];
  }

  private all(): Promise<Metric[]> {
    return this.database.read(systemCtx('metrics'), async (tx) => {
      const found = await this.oracle(tx);
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
