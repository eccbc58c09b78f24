// What the libraries want to find in a new database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

/** One queue of libs/platform/src/jobs/queues.ts; the names are pg-boss's, seconds spelt out. */
export interface Queue {
  readonly name: string;
  readonly retryLimit?: number;
  readonly retryDelaySeconds?: number;
  readonly [option: string]: unknown;
}

const libs = join(import.meta.dirname, '..', 'libs');

async function load<T>(path: string): Promise<T | undefined> {
  const file = join(libs, path);
  return existsSync(file) ? ((await import(file)) as T) : undefined;
}

interface QueueList {
  readonly queues: readonly Queue[];
}
interface Programmes {
  readonly installProgrammes: (client: Client) => Promise<void>;
}

export const queues = (await load<QueueList>('platform/src/jobs/queues.ts'))?.queues ?? [];

export async function installProgrammes(client: Client): Promise<void> {
  const programmes = await load<Programmes>('programme/src/data/install.ts');
  await programmes?.installProgrammes(client);
}
