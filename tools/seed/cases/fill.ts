// Fills a demonstration with invented cases in every state, batch by batch: one transaction each, so
// that memory is bounded and what was written stays when it is interrupted.
import type { Vault } from '#platform';
import { randomInt } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import type pg from 'pg';
import { connected } from '../../database-address.ts';
import { readProgramme } from './programme.ts';
import { statements } from './rows.ts';
import { describeProgramme, hireStaff } from './staff.ts';
import { makeTables, putBatch } from './tables.ts';
import { Travellers, type Traveller } from './travellers.ts';

const BATCH = 1_000;
// Travellers that are made before the answers of the server are looked at again.
const AT_ONCE = 20;

export interface Filling {
  readonly vault: Vault;
  readonly cases: number;
  readonly onProgress?: (done: number) => void;
}

/** Over two connections: the server works at one batch on each of two cores. */
export function fillWithCases(adminUrl: string, filling: Filling): Promise<void> {
  return connected(adminUrl, (one) =>
    connected(adminUrl, (other) => fillOver([one, other], filling)),
  );
}

async function fillOver(lanes: readonly [pg.Client, ...pg.Client[]], filling: Filling) {
  const { vault, cases, onProgress } = filling;
  const [admin] = lanes;
  const programme = await readProgramme(admin, vault);
  for (const lane of lanes) {
    await makeTables(lane);
    await hireStaff(lane, programme);
    await describeProgramme(lane, programme);
  }
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from visa_case');
  const firstReference = BigInt(randomInt(2 ** 40));
  const travellers = new Travellers(programme, new Date(), firstReference, rows[0]!.n);
  const next = batches(travellers, cases);
  let done = 0;
  await Promise.all(
    lanes.map((lane) =>
      writeAll(lane, next, (written) => {
        done += written;
        onProgress?.(done);
      }),
    ),
  );
  await admin.query('vacuum analyze');
}

/** Gives the next batch, whoever asks; an empty one after the last. */
function batches(travellers: Travellers, cases: number): () => Promise<Traveller[]> {
  let begun = 0;
  return async () => {
    const first = begun;
    begun = Math.min(begun + BATCH, cases);
    const end = begun;
    const batch: Traveller[] = [];
    for (let i = first; i < end; i++) {
      batch.push(travellers.one(i));
      if (batch.length % AT_ONCE === 0) await others();
    }
    return batch;
  };
}

/** While the server works at one batch, the next one is made. */
async function writeAll(
  lane: pg.Client,
  next: () => Promise<Traveller[]>,
  onWritten: (cases: number) => void,
): Promise<void> {
  let batch = await next();
  while (batch.length > 0) {
    const [following] = await Promise.all([next(), write(lane, batch)]);
    onWritten(batch.length);
    batch = following;
  }
}

async function write(lane: pg.Client, batch: readonly Traveller[]): Promise<void> {
  await lane.query('begin');
  await putBatch(lane, batch);
  for (const sql of statements) await lane.query(sql);
  await lane.query('commit');
}
