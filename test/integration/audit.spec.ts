import { AuditLog, AuditModule, AuditQueries } from '#audit';
import { refused } from '#kernel';
import { Database, newId, PlatformModule, systemCtx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';

let db: TestDatabase;
const open: TestingModule[] = [];

async function processAs(process: 'portal' | 'worker'): Promise<TestingModule> {
  const config = testConfig(db.url(process));
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ process, config }), AuditModule],
  }).compile();
  open.push(app);
  return app.init();
}

let portal: TestingModule;
let worker: TestingModule;
beforeAll(async () => {
  db = await freshDatabase();
  portal = await processAs('portal');
  worker = await processAs('worker');
});
afterAll(async () => {
  for (const app of open) await app.close();
  await db.drop();
});

const rowsAbout = async (subjectId: string) =>
  (
    await db.admin.query(
      `select actor_kind, actor_id, request_id, action, outcome, details,
              abs(extract(epoch from clock_timestamp() - at)) < 60 as fresh
       from audit_entry where subject_id = $1 order by at`,
      [subjectId],
    )
  ).rows as Record<string, unknown>[];

test('an entry names who asked, in which request, and is read by staff and jobs only', async () => {
  const [accountId, subjectId] = [newId(), newId()];
  const ctx = await signedInCtx(db, accountId, 'applicant', 'request-1');
  const event = { action: 'case.submitted', subjectKind: 'visa_case', subjectId };
  await portal
    .get(Database)
    .write(ctx, (tx) => portal.get(AuditLog).write(tx, { ...event, details: { version: 2 } }));

  expect(await rowsAbout(subjectId)).toEqual([
    {
      actor_kind: 'account',
      actor_id: accountId,
      request_id: 'request-1',
      action: 'case.submitted',
      outcome: 'done',
      details: { version: 2 },
      fresh: true,
    },
  ]);
  const read = worker
    .get(Database)
    .read(systemCtx('test'), (tx) => worker.get(AuditQueries).of(tx, 'visa_case', subjectId, 10));
  expect(await read).toMatchObject([{ actorId: accountId, details: { version: 2 } }]);
  const byPortal = portal
    .get(Database)
    .read(ctx, (tx) => portal.get(AuditQueries).of(tx, 'visa_case', subjectId, 10));
  await expect(byPortal).rejects.toThrow('permission denied');
});

test('newest first, and never more than asked for', async () => {
  const subjectId = newId();
  for (const action of ['bond.directed', 'bond.paid', 'bond.cancelled']) {
    const event = { action, subjectKind: 'bond', subjectId };
    await worker.get(AuditLog).writeApart(systemCtx('test'), event);
  }
  const read = (limit: number) =>
    worker
      .get(Database)
      .read(systemCtx('test'), (tx) => worker.get(AuditQueries).of(tx, 'bond', subjectId, limit));
  expect((await read(2)).map((e) => e.action)).toEqual(['bond.cancelled', 'bond.paid']);
  expect(await read(1_000_000)).toHaveLength(3);
});

test('many entries at once are those that each would have been alone', async () => {
  const [subjectId, together] = [newId(), newId()];
  const events = [
    { action: 'bond.directed', details: { version: 2, by: 'R4' } },
    { action: 'bond.lapsed', outcome: 'failed' },
    { action: 'bond.paid', details: {} },
  ] as const;
  const log = worker.get(AuditLog);
  const ctx = systemCtx('test');
  for (const event of events) {
    await log.writeApart(ctx, { ...event, subjectKind: 'bond', subjectId });
  }
  const about = { subjectKind: 'bond', subjectId: together };
  await worker.get(Database).write(ctx, (tx) =>
    log.writeAll(
      tx,
      events.map((event) => ({ ...event, ...about })),
    ),
  );
  expect(await rowsAbout(together)).toEqual(await rowsAbout(subjectId));

  const words = { ...about, action: 'bond.paid', details: { payer: 'Ada Lovelace' } };
  const mixed = worker
    .get(Database)
    .write(ctx, (tx) => log.writeAll(tx, [{ ...about, action: 'bond.paid' }, words]));
  await expect(mixed).rejects.toThrow('details.payer');
  expect(await rowsAbout(together)).toHaveLength(3);
});

test('an entry goes with its transaction; one written apart stays', async () => {
  const subjectId = newId();
  const event = { action: 'bond.directed', subjectKind: 'bond', subjectId };
  const ctx = systemCtx('test');
  const answer = await worker.get(Database).write(ctx, async (tx) => {
    await worker.get(AuditLog).write(tx, event);
    return refused('too_late');
  });
  expect(answer).toEqual({ ok: false, code: 'too_late' });
  expect(await rowsAbout(subjectId)).toEqual([]);
  await worker.get(AuditLog).writeApart(ctx, { ...event, outcome: 'refused' });
  expect(await rowsAbout(subjectId)).toMatchObject([{ outcome: 'refused', actor_kind: 'system' }]);
});

test('words of people are stopped by the code and by the database', async () => {
  const subjectId = newId();
  const log = worker.get(AuditLog);
  const details = { email: 'ada@example.org' };
  const event = { action: 'account.made', subjectKind: 'account', subjectId, details };
  await expect(log.writeApart(systemCtx('test'), event)).rejects.toThrow('details.email');

  const named = { ...event, details: { 'Ada Lovelace': 1 } };
  await expect(log.writeApart(systemCtx('test'), named)).rejects.toThrow('details: a name');

  const bad: object[] = [
    { email: 'ada@example.org' },
    { a: ['x'] },
    { a: null },
    { a: true },
    { a: {} },
  ];
  const names = ['Ada Lovelace', 'ada@example.org', '', 'a"b', 'Ada'].map((name) => ({
    [name]: 1,
  }));
  for (const value of [...bad, ...names]) {
    const insert = db.admin.query(
      `insert into audit_entry (id, actor_kind, request_id, action, subject_kind, outcome, details)
       values ($1, 'system', 'x', 'a.b', 'account', 'done', $2)`,
      [newId(), JSON.stringify(value)],
    );
    await expect(insert).rejects.toMatchObject({
      constraint: bad.includes(value) ? 'audit_entry_details' : 'audit_entry_details_keys',
    });
  }
  expect(await rowsAbout(subjectId)).toEqual([]);
});

test('a detail has 200 characters at most, alone and in a long list', async () => {
  const list = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, name.repeat(200)]));
  const insert = (details: object) =>
    db.admin.query(
      `insert into audit_entry (id, actor_kind, request_id, action, subject_kind, outcome, details)
       values ($1, 'system', 'x', 'a.b', 'account', 'done', $2)`,
      [newId(), JSON.stringify(details)],
    );
  for (const fine of [{ a: 'x'.repeat(200) }, list, { ...list, d: 1 }]) await insert(fine);
  for (const long of [{ a: 'x'.repeat(201) }, { ...list, d: 'x'.repeat(201) }]) {
    await expect(insert(long)).rejects.toMatchObject({ constraint: 'audit_entry_details' });
  }
});

test('nobody writes in the name of another, and nobody chooses the time', async () => {
  const [me, another] = [newId(), newId()];
  const ctx = await signedInCtx(db, me, 'applicant');
  const insert = (columns: string, values: string) =>
    portal.get(Database).write(ctx, (tx) =>
      tx.query(
        `insert into audit_entry (id, actor_kind, actor_id, request_id, action, subject_kind,
                                  outcome, details${columns})
         values ('${newId()}', ${values})`,
      ),
    );
  const rest = `'r', 'a.b', 'account', 'done', '{}'`;
  await expect(insert('', `'account', '${another}', ${rest}`)).rejects.toThrow('row-level');
  await expect(insert('', `'system', '${me}', ${rest}`)).rejects.toThrow('row-level');
  await expect(insert(', at', `'account', '${me}', ${rest}, now()`)).rejects.toThrow('permission');
  await insert('', `'account', '${me}', ${rest}`);
  expect(
    (await db.admin.query('select 1 from audit_entry where actor_id = $1', [me])).rowCount,
  ).toBe(1);
});

test.each([
  'update audit_entry set action = action',
  'delete from audit_entry',
  'truncate audit_entry',
])('%s is refused to everybody, the administrator included', async (sql) => {
  await expect(db.admin.query(sql)).rejects.toMatchObject({ code: 'VB009' });
  const asWorker = worker.get(Database).write(systemCtx('test'), (tx) => tx.query(sql));
  await expect(asWorker).rejects.toThrow('permission denied');
});
