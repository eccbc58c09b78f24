// Fills a demonstration with invented cases in every state, batch by batch: one transaction each, so
// that memory is bounded and what was written stays when it is interrupted.
import type { Vault } from '#platform';
import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { readProgramme } from './programme.ts';
import { statements } from './rows.ts';
import { describeProgramme, hireStaff } from './staff.ts';
import { makeTables, putBatch } from './tables.ts';
import { Travellers, type Traveller } from './travellers.ts';

const BATCH = 1_000;

export interface Filling {
  readonly vault: Vault;
  readonly cases: number;
  readonly onProgress?: (done: number) => void;
}

export async function fillWithCases(admin: pg.Client, filling: Filling): Promise<void> {
  const programme = await readProgramme(admin, filling.vault);
  await makeTables(admin);
  await hireStaff(admin, programme);
  await describeProgramme(admin, programme);
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from visa_case');
  const firstReference = BigInt(randomInt(2 ** 40));
  const travellers = new Travellers(programme, new Date(), firstReference, rows[0]!.n);
  let next: Traveller[] = [];
  const make = (until: number) => {
    for (let i = next.length + done; i < until; i++) next.push(travellers.one(i));
  };
  let done = 0;
  make(Math.min(BATCH, filling.cases));
  while (done < filling.cases) {
    const batch = next;
    done += batch.length;
    next = [];
    await write(admin, batch, (part) => {
      make(done + Math.floor(Math.min(BATCH, filling.cases - done) * part));
    });
    filling.onProgress?.(done);
  }
  await admin.query('vacuum analyze');
}

/** While the server works at one batch, the next one is made. */
async function write(
  admin: pg.Client,
  batch: readonly Traveller[],
  meanwhile: (part: number) => void,
): Promise<void> {
  await admin.query('begin');
  await putBatch(admin, batch);
  for (const [i, sql] of statements.entries()) {
    const running = admin.query(sql);
    await new Promise(setImmediate); // so that it is on its way
    meanwhile((i + 1) / statements.length);
    await running;
  }
  await admin.query('commit');
}
