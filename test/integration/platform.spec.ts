import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { defineLifecycle, ok, refused } from '#kernel';
import {
  Database,
  idFrom,
  Jobs,
  moveState,
  newId,
  newReference,
  PlatformModule,
  RateLimiter,
  sourceOptions,
  StateMoved,
  stateTable,
  systemCtx,
  Vault,
  visitorCtx,
  type Tx,
} from '#platform';
import { historyTable } from '../../migrations/history.ts';
import { roleOf } from '../../migrations/logins.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';

let world: TestDatabase;
let app: TestingModule;
let db: Database;
const system = systemCtx('test');

const light = defineLifecycle({
  name: 'light',
  initial: 'off',
  states: { off: { public: 'dark' }, on: { public: 'bright' } },
  edges: [
    { event: 'lit', from: ['off'], to: 'on', by: ['anyone'] },
    { event: 'put_out', from: ['on'], to: 'off', by: ['anyone'] },
  ],
});
const lights = stateTable('light', light);

beforeAll(async () => {
  world = await freshDatabase();
  await world.admin.query(`
    create table note (id int primary key, text text not null);
    insert into note values (1, 'one'), (2, 'two');
    grant select, insert, update on note to ${roleOf('worker')};
    create table light (id uuid primary key, state text not null check (${light.sqlCheck()}),
      state_since timestamptz not null default now(), version integer not null default 1);
    ${historyTable('light')}
    grant select, update on light to ${roleOf('worker')};
    grant select, insert on light_history to ${roleOf('worker')}`);
  app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        process: 'worker',
        entities: [],
        config: testConfig(world.url('worker')),
      }),
    ],
  }).compile();
  await app.init();
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
  const source = await new DataSource(sourceOptions(world.url('portal'), [], 1)).initialize();
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

test('what is sealed opens only in its place, for its subject, and not after erasure', async () => {
  const vault = app.get(Vault);
  const place = { table: 'person', column: 'details', row: '1' };
  const [subject, other] = [newId(), newId()];
  await db.write(system, async (tx) => {
    const sealed = await vault.seal(tx, subject, place, 'Awa Traoré');
    await vault.seal(tx, other, place, 'somebody else');
    expect(sealed.includes('Awa')).toBe(false);
    expect(await vault.open(tx, subject, place, sealed)).toBe('Awa Traoré');
    await expect(vault.open(tx, subject, { ...place, row: '2' }, sealed)).rejects.toThrow();
    await expect(vault.open(tx, other, place, sealed)).rejects.toThrow();
    const altered = Buffer.from(sealed);
    altered[altered.length - 1]! ^= 1;
    await expect(vault.open(tx, subject, place, altered)).rejects.toThrow();
  });
  const again = await db.write(system, (tx) => vault.seal(tx, subject, place, 'Awa Traoré'));
  await world.admin.query('delete from data_key where subject_id = $1', [subject]);
  await expect(db.read(system, (tx) => vault.open(tx, subject, place, again))).rejects.toThrow(
    'the key of this subject is gone',
  );
});

test('a sealed value whose tag was cut short does not open', async () => {
  const vault = app.get(Vault);
  const place = { table: 'person', column: 'details', row: '3' };
  const subject = newId();
  const sealed = await db.write(system, (tx) => vault.seal(tx, subject, place, ''));
  const cut = sealed.subarray(0, 12 + 4);
  await expect(db.read(system, (tx) => vault.open(tx, subject, place, cut))).rejects.toThrow();
});

test('tokens are keyed, stable and of their kind', () => {
  const vault = app.get(Vault);
  expect(vault.token('passport', 'X1')).toEqual(vault.token('passport', 'X1'));
  expect(vault.token('passport', 'X1')).not.toEqual(vault.token('email', 'X1'));
});

test('a row moves along its edges only, from the state it is in, with gapless history', async () => {
  const id = newId();
  await world.admin.query(`insert into light (id, state) values ($1, 'off')`, [id]);
  await db.write(system, (tx) => moveState(tx, lights, id, 'off', 'lit'));
  await db.write(system, (tx) =>
    moveState(tx, lights, id, 'on', 'put_out', { reasonCode: 'late' }),
  );
  const stale = db.write(system, (tx) => moveState(tx, lights, id, 'on', 'put_out'));
  await expect(stale).rejects.toThrow(StateMoved);
  const { rows } = await world.admin.query(
    `select l.state, l.version, h.seq, h.event, h.reason_code from light l
     join light_history h on h.owner_id = l.id where l.id = $1 order by h.seq`,
    [id],
  );
  expect(rows).toEqual([
    { state: 'off', version: 3, seq: 1, event: 'lit', reason_code: null },
    { state: 'off', version: 3, seq: 2, event: 'put_out', reason_code: 'late' },
  ]);
  await expect(world.admin.query('delete from light_history')).rejects.toThrow('only added');
});

test('tries are counted for everybody, and the window says when it ends', async () => {
  const source = await new DataSource(sourceOptions(world.url('api'), [])).initialize();
  const limiter = new RateLimiter(source);
  const takes = await Promise.all(
    Array.from({ length: 5 }, () => limiter.take('sign-in:1', 3, 60)),
  );
  expect(takes.filter((t) => t.allowed)).toHaveLength(3);
  const denied = takes.find((t) => !t.allowed)!;
  expect(denied.retryAfterSeconds).toBeGreaterThan(50);
  expect((await limiter.take('sign-in:2', 3, 60)).allowed).toBe(true);
  await source.destroy();
});

test('names give the same id for ever; references can be read out', () => {
  expect(idFrom('received:pi_1')).toBe(idFrom('received:pi_1'));
  expect(idFrom('received:pi_1')).not.toBe(idFrom('received:pi_2'));
  expect(newReference('VB')).toMatch(/^VB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
