// What leaves together, and whose failure it is when one statement of a flight fails.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { refused } from '#kernel';
import { constraintOf, Database, sqlStateOf, systemCtx, type Tx } from '#platform';
import { roleOf } from '../../migrations/logins.ts';
import { startPlatform } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { transactionsOf } from '../support/statements.ts';

let world: TestDatabase;
let app: TestingModule;
let db: Database;
const system = systemCtx('test');

beforeAll(async () => {
  world = await freshDatabase();
  await world.admin.query(`
    create table note (id int primary key, text text not null constraint note_text check (text <> ''),
      about int constraint note_about references note deferrable initially deferred);
    grant select, insert, update on note to ${roleOf('worker')}`);
  app = await startPlatform(world);
  db = app.get(Database);
});
afterAll(async () => {
  await app.close();
  await world.drop();
});
beforeEach(() =>
  world.admin.query(`truncate note; insert into note values (1, 'one'), (2, 'two')`),
);

const add = (tx: Tx, id: number, text: string) =>
  tx.sendAlong('insert into note (id, text) values ($1, $2)', [id, text]);
const read = (tx: Tx, id: number) =>
  tx.query<{ text: string }>('select text from note where id = $1', [id]);
const kept = async () =>
  (await world.admin.query<{ id: number }>('select id from note order by id')).rows.map(
    (r) => r.id,
  );
/** What a write ends with. */
const failureOf = (fn: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  db.write(system, fn).then(
    () => 'success',
    (e: unknown) => e,
  );
const pidOf = async (tx: Tx) =>
  (await tx.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;

const end = (pid: number) => world.admin.query('select pg_terminate_backend($1)', [pid]);

async function isAsleep(pid: number): Promise<void> {
  const asleep = `select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`;
  while ((await world.admin.query(asleep, [pid])).rows.length === 0) {
    await new Promise((done) => setTimeout(done, 10));
  }
}

test('what nobody waits for leaves with what is waited for, in the order of asking', async () => {
  const [seen] = await transactionsOf(app.get(DataSource), () =>
    db.write(system, async (tx) => {
      await add(tx, 3, 'three');
      expect(await read(tx, 3)).toEqual([{ text: 'three' }]);
      await add(tx, 4, 'four');
      await add(tx, 5, 'five');
    }),
  );
  expect(seen!.statements.map((s) => s.split(' ', 1)[0])).toEqual(
    ['begin', 'select', 'insert', 'select', 'insert', 'insert', 'commit'], // prettier-ignore
  );
  // Begin and context; the first note and its reading; the other two and the commit.
  expect(seen!.flights).toBe(3);
  expect(await kept()).toEqual([1, 2, 3, 4, 5]);
});

test('statements asked for at once are one flight and run in the order of asking', async () => {
  const [seen] = await transactionsOf(app.get(DataSource), () =>
    db.write(system, (tx) => Promise.all([add(tx, 3, 'three'), read(tx, 3), read(tx, 1)])),
  );
  expect(seen!.flights).toBe(3);
});

test('one statement that reads is one flight with its beginning and end, and says its own error', async () => {
  const one = (id: unknown) =>
    db.readOne<{ text: string }>(system, 'select text from note where id = $1', [id]);
  const [seen] = await transactionsOf(app.get(DataSource), async () => {
    expect(await one(2)).toEqual([{ text: 'two' }]);
  });
  expect(seen!.statements.map((s) => s.split(' ', 1)[0])).toEqual(
    ['begin', 'select', 'select', 'commit'], // prettier-ignore
  );
  expect(seen!.flights).toBe(1);
  await expect(one('two')).rejects.toThrow('invalid input syntax');
  const writing = db.readOne(system, 'insert into note (id, text) values ($1, $2)', [3, 'three']);
  await expect(writing).rejects.toThrow('read-only transaction');
  // Its connection is as good as before.
  expect(await one(1)).toEqual([{ text: 'one' }]);
  expect(await kept()).toEqual([1, 2]);
});

test('a statement sent along that fails is what the transaction failed with', async () => {
  const e = await failureOf((tx) => add(tx, 1, 'again'));
  expect([sqlStateOf(e), constraintOf(e)]).toEqual(['23505', 'note_pkey']);
  expect(await kept()).toEqual([1, 2]);
});

test('an error in the middle of a flight is told, not those that it causes', async () => {
  const e = await failureOf(async (tx) => {
    await add(tx, 3, 'three');
    await add(tx, 4, '');
    await add(tx, 5, 'five');
    await read(tx, 3); // says only that the transaction is aborted
  });
  expect([sqlStateOf(e), constraintOf(e)]).toEqual(['23514', 'note_text']);
  expect(await kept()).toEqual([1, 2]);
});

test('an error that somebody passed over is not a success', async () => {
  const waitedFor = await failureOf(async (tx) => {
    await tx.query(`insert into note values (1, 'again')`).catch(() => undefined);
    return 'done';
  });
  expect(sqlStateOf(waitedFor)).toBe('23505');
  const byTypeOrm = await failureOf(async (tx) => {
    await add(tx, 3, 'three');
    await tx.manager.query(`insert into note values (1, 'again')`).catch(() => undefined);
    return 'done';
  });
  expect(sqlStateOf(byTypeOrm)).toBe('23505');
  expect(await kept()).toEqual([1, 2]);
});

test('what fails after an error that was passed over is told by the first', async () => {
  const e = await failureOf(async (tx) => {
    await tx.query(`insert into note values (1, 'again')`).catch(() => undefined);
    await read(tx, 1);
  });
  expect(sqlStateOf(e)).toBe('23505');
});

test('an error that is understood keeps its meaning, and so does a refusal made of it', async () => {
  const understood = new Error('that note is taken');
  const again = (tx: Tx) => tx.query(`insert into note values (1, 'again')`);
  const e = await failureOf((tx) =>
    again(tx).catch(async () => {
      await add(tx, 3, 'never written');
      throw understood;
    }),
  );
  expect(e).toBe(understood);
  const no = await db.write(system, (tx) => again(tx).catch(() => refused('taken')));
  expect(no).toEqual({ ok: false, code: 'taken' });
});

test('a refusal takes back what was sent along, and does not hide its failure', async () => {
  const no = await db.write(system, async (tx) => {
    await add(tx, 3, 'three');
    return refused('not_today');
  });
  expect([no, await kept()]).toEqual([{ ok: false, code: 'not_today' }, [1, 2]]);
  const e = await failureOf(async (tx) => {
    await add(tx, 1, 'again');
    return refused('not_today');
  });
  expect(sqlStateOf(e)).toBe('23505');
});

test('values that cannot be sent fail the transaction before it commits', async () => {
  const round: { self?: unknown } = {};
  round.self = round;
  const e = await failureOf(async (tx) => {
    await add(tx, 3, 'three');
    await tx.sendAlong('insert into note (id, text) values (4, $1)', [round]);
  });
  expect((e as Error).message).toContain('circular');
  expect(await kept()).toEqual([1, 2]);
});

test('what is checked at the commit is told by the commit', async () => {
  const e = await failureOf((tx) =>
    tx.sendAlong(`insert into note (id, text, about) values ($1, 'x', 99)`, [3]),
  );
  expect([sqlStateOf(e), constraintOf(e)]).toEqual(['23503', 'note_about']);
});

test('a connection that dies in a flight is an error, and the next one works', async () => {
  const e = await failureOf(async (tx) => {
    const pid = await pidOf(tx);
    await add(tx, 3, 'three');
    const slow = tx.query('select pg_sleep(20)');
    await Promise.all([slow, isAsleep(pid).then(() => end(pid))]);
  });
  expect((e as Error).message).toMatch(/terminat/);
  expect(await kept()).toEqual([1, 2]);
  expect(await db.read(system, (tx) => read(tx, 1))).toEqual([{ text: 'one' }]);
});

test('a connection that is dead when all was done is an error: nothing was kept', async () => {
  const e = await failureOf(async (tx) => {
    await add(tx, 3, 'three');
    const pid = await pidOf(tx);
    await end(pid);
    await new Promise((done) => setTimeout(done, 100));
  });
  expect(e).toBeInstanceOf(Error);
  expect(await kept()).toEqual([1, 2]);
});

test('a statement that is cancelled says so, and its connection goes on', async () => {
  const cancelled = await failureOf(async (tx) => {
    const pid = await pidOf(tx);
    const slow = expect(tx.query('select pg_sleep(20)')).rejects.toThrow('canceling');
    await add(tx, 3, 'three');
    await isAsleep(pid);
    await world.admin.query('select pg_cancel_backend($1)', [pid]);
    await slow;
  });
  expect(sqlStateOf(cancelled)).toBe('57014');
  const timedOut = await failureOf(async (tx) => {
    await tx.query(`set local statement_timeout = '50ms'`);
    await tx.sendAlong('select pg_sleep($1)', [20]);
    await read(tx, 1);
  });
  expect(sqlStateOf(timedOut)).toBe('57014');
  expect(await db.read(system, (tx) => read(tx, 1))).toEqual([{ text: 'one' }]);
});

test('a deadlock of what was sent along is tried again, and both finish', async () => {
  let tries = 0;
  let waiting = 0;
  const touch = (first: number, second: number) =>
    db.write(system, async (tx) => {
      tries++;
      const mark = (id: number): [string, number[]] => [
        `update note set text = text || '+' where id = $1`,
        [id],
      ];
      await tx.query(...mark(first));
      waiting++;
      while (waiting < 2) await new Promise((done) => setTimeout(done, 5));
      await tx.sendAlong(...mark(second));
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(tries).toBe(3);
  const { rows } = await world.admin.query<{ text: string }>('select text from note order by id');
  expect(rows.map((r) => r.text)).toEqual(['one++', 'two++']);
});
