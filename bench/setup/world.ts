// Settings of our programs while they are measured.
import { execFileSync } from 'node:child_process';
import { freePort } from '../../tools/postgres.ts';
import type { Ports, World } from '../../tools/processes.ts';
import type { BenchDatabase } from './database.ts';

export const WEBHOOK_SECRET = 'whsec_of_a_bench';

// Fixed keys that guard nothing: the database is removed afterwards.
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');

const programs = ['portal', 'officer', 'api', 'worker', 'stripe-emulator', 'mail', 'smtp'] as const;

export async function benchWorld(db: BenchDatabase): Promise<World> {
  const ports = await Promise.all(programs.map(async (name) => [name, await freePort()] as const));
  return {
    mode: 'test',
    ports: Object.fromEntries(ports) as Ports,
    databaseUrl: db.urlFor,
    secrets: {
      sessionSecret: 'a session secret for a bench, 32 or more',
      wrappingKey: key('w'),
      indexKey: key('i'),
    },
    stripe: {
      keyOf: (app) => `sk_test_${app}`,
      isEmulated: true,
      webhookSecrets: WEBHOOK_SECRET,
    },
    logLevel: 'warn',
  };
}

/** Resident memory of a process in MiB. */
export const rssOf = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);
