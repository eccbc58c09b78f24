// The doors to the data: who is asking, what is kept, and what is tried again.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ok, refused } from '#kernel';
import { Database, Jobs, newId, sourceOptions, systemCtx, visitorCtx, type Tx } from '#platform';
import { roleOf } from '../../migrations/logins.ts';
import { startPlatform } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';

let world: TestDatabase;
let app: TestingModule;
let db: Database;
const system = systemCtx('test');

beforeAll(async () => {
  world = await freshDatabase();
  await world.admin.query(`
    create table note (id int primary key, text text not null);
    insert into note values (1, 'one'), (2, 'two');
    grant select, insert, update on note to ${roleOf('worker')}`);
  app = await startPlatform(world);
  db = app.get(Database);
});

afterAll(async () => {
  await app.close();
  await world.drop();
});

beforeEach(() => world.admin.query(`update note set text = 'as it was'`));

const noteTexts = async () =>
  (await world.admin.query<{ text: string }>('select text from note order by id')).rows.map(
    (r) => r.text,
  );

test('each transaction says who is asking, and nothing of it stays on the connection', async () => {
  const id = newId();
  const source = await new DataSource(sourceOptions(world.url('portal'), 1)).initialize();
  const portal = new Database(source);
  const who = (tx: Tx) =>
    tx.query<{ scope: string; actor: string | null }>(
      'select app.scope() as scope, app.actor() as actor',
    );
  expect(await portal.read(await signedInCtx(world, id, 'applicant'), who)).toEqual([
    { scope: 'applicant', actor: id },
  ]);
  expect(await portal.write(visitorCtx('r2'), who)).toEqual([{ scope: 'visitor', actor: null }]);
  expect(await source.query('select app.scope() as scope, app.actor() as actor')).toEqual([
    { scope: '', actor: null },
  ]);
  await source.destroy();
});

test('the legal clock comes with the transaction', async () => {
  await world.admin.query('update legal_clock set offset_seconds = 86400');
  const tomorrow = await db.read(system, (tx) => Promise.resolve(tx.now));
  await world.admin.query('update legal_clock set offset_seconds = 0');
  const today = await db.read(system, (tx) => Promise.resolve(tx.now));
  expect(Math.round(tomorrow.since(today).total('hours'))).toBe(24);
});

test('the legal clock is not writable by a process', async () => {
  const set = db.write(system, (tx) => tx.query('update legal_clock set offset_seconds = 1'));
  await expect(set).rejects.toThrow('permission denied');
});

test('a read cannot write', async () => {
  const write = db.read(system, (tx) => tx.query(`update note set text = 'x'`));
  await expect(write).rejects.toThrow('read-only transaction');
});

test('a refused Result is returned and rolls back; a value commits', async () => {
  const change = (tx: Tx, text: string) => tx.query('update note set text = $1', [text]);
  const no = await db.write(system, async (tx) => {
    await change(tx, 'half done');
    return refused('not_today');
  });
  expect([no, await noteTexts()]).toEqual([
    { ok: false, code: 'not_today' },
    ['as it was', 'as it was'],
  ]);
  await db.write(system, async (tx) => {
    await change(tx, 'done');
    return ok(1);
  });
  expect(await noteTexts()).toEqual(['done', 'done']);
});

test('a real deadlock is tried again in a new transaction, and both finish', async () => {
  const transactions = new Set<string>();
  let waiting = 0;
  const bothHold = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (waiting < 2) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  const touch = (first: number, second: number) =>
    db.write(system, async (tx) => {
      const [row] = await tx.query<{ id: string }>('select pg_current_xact_id()::text as id');
      transactions.add(row!.id);
      const set = (id: number) =>
        tx.query(`update note set text = text || '+' where id = $1`, [id]);
      await set(first);
      waiting++;
      await bothHold;
      await set(second);
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(transactions.size).toBeGreaterThan(2); // one of the two began again
  expect(await noteTexts()).toEqual(['as it was++', 'as it was++']);
});

test('other failures are not tried again', async () => {
  let runs = 0;
  const broken = db.write(system, async (tx) => {
    runs++;
    await tx.query(`insert into note values (1, 'again')`);
  });
  await expect(broken).rejects.toThrow('duplicate key');
  expect(runs).toBe(1);
});

test('a job exists exactly when its transaction committed', async () => {
  const jobs = app.get(Jobs);
  const count = async () =>
    (
      await world.admin.query<{ data: unknown }>(
        `select data from pgboss.job where name = 'mail.send'`,
      )
    ).rows;
  const rolledBack = db.write(system, async (tx) => {
    await jobs.enqueue(tx, 'mail.send', { mailId: 'lost' });
    throw new Error('roll back');
  });
  await expect(rolledBack).rejects.toThrow('roll back');
  expect(await count()).toEqual([]);
  await db.write(system, (tx) => jobs.enqueue(tx, 'mail.send', { mailId: 'kept' }));
  expect(await count()).toEqual([{ data: { mailId: 'kept' } }]);
});

test('a page that opens what is sealed sees one moment, and writes that it did', async () => {
  const one = async (tx: Tx) =>
    (await tx.query<{ text: string }>('select text from note where id = 1'))[0];
  const seen = await db.show(system, async (tx) => {
    const first = await one(tx);
    await world.admin.query(`update note set text = 'changed' where id = 1`);
    await tx.query(`insert into note values (9, 'opened')`);
    return [first, await one(tx)];
  });
  expect(seen).toEqual([{ text: 'as it was' }, { text: 'as it was' }]);
  expect(await noteTexts()).toEqual(['changed', 'as it was', 'opened']);
  await world.admin.query('delete from note where id = 9');
});
