// The frozen files of bench/reference/: one that makes the schema, and one with the measured step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRoles } from '../../migrations/logins.ts';
import { referenceSide } from '../pgbench.ts';
import type { BenchDatabase } from './database.ts';

export const CLIENTS = 16;

/** A frozen file. */
export const reference = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../reference', name), 'utf8');

/** Made by the administrator; the step runs with the login of the process it stands for. */
export async function openReference(
  db: BenchDatabase,
  name: 'ledger' | 'webhook' | 'apply',
  login: 'worker' | 'api',
  seconds: number,
  ready?: (steps: number) => Promise<void>,
) {
  await db.admin.query(withRoles(reference(`${name}.sql`)));
  const sql = reference(`${name}.step.sql`);
  const url = db.urlFor(login);
  return referenceSide({ url, sql, clients: CLIENTS, seconds, ...(ready && { ready }) });
}
