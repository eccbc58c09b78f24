import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { dayOf, Database, PlatformModule, systemCtx, type Ctx, newId } from '#platform';
import { compareProgrammes, ProgrammeModule, Programmes } from '#programme';
import type { QueryRunner } from 'typeorm';
import {
  demonstrationProgrammes,
  installProgrammes,
  shippedProgrammes,
} from '../../libs/programme/src/data/install.ts';
import { MoreRules1764100000040 } from '../../migrations/1764100000040-more-rules.ts';
import { connected } from '../../tools/database.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';

let db: TestDatabase;
let app: TestingModule;
let database: Database;
let programmes: Programmes;

const reader = systemCtx('test');
const head = newId();
let asHead: Ctx;

beforeAll(async () => {
  db = await freshDatabase();
  asHead = await signedInCtx(db, head, 'staff', 'request-1');
  app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        process: 'officer',
        config: testConfig(db.url('officer')),
      }),
      ProgrammeModule,
    ],
  }).compile();
  await app.init();
  database = app.get(Database);
  programmes = app.get(Programmes);
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(async () => {
  await db.admin.query(`update programme set state = 'open', state_reason = 'in_force'
                        where code = 'mali-us'`);
});

test('a prepared database has the two shipped programmes, one open and one to compare with', async () => {
  const all = await database.read(reader, (tx) => programmes.all(tx));
  expect(all.map((p) => [p.code, p.state, p.stateReason, p.version, `${p.effectiveFrom}`])).toEqual(
    [
      ['mali-us', 'open', 'in_force', 1, '2025-10-23'],
      ['us-pilot-2025', 'withdrawn', 'nationality_delisted', 1, '2025-08-20'],
    ],
  );
  const differing = compareProgrammes(all[0]!, all[1]!).filter((r) => !r.same);
  expect(differing.map((r) => r.rule)).toEqual(['tiersMinor', 'higherTierReasons']);
});

test('no rules are in force before the first version takes effect', async () => {
  const on = (day: string) =>
    database.read(reader, (tx) => programmes.inForce(tx, 'mali-us', dayOf(day)));
  expect(await on('2025-10-22')).toBeNull();
  expect((await on('2025-10-23'))?.rules.tiersMinor).toEqual(['500000', '1000000']);
  expect(await database.read(reader, (tx) => programmes.inForce(tx, 'no-such', dayOf('2026-01-01')))).toBeNull(); // prettier-ignore
});

test('places come with their zones', async () => {
  const [consulates, ports] = await database.read(reader, async (tx) => [
    await programmes.consulates(tx, 'mali-us'),
    await programmes.ports(tx, 'us-pilot-2025'),
  ]);
  expect(consulates.map((o) => [o.city, o.timeZone])).toEqual([
    ['Paris', 'Europe/Paris'],
    ['Washington', 'America/New_York'],
  ]);
  expect(ports.map((p) => [p.code, `${p.listedFrom}`, p.listedUntil])).toEqual([
    ['BOS', '2025-08-20', null],
    ['IAD', '2025-08-20', null],
    ['JFK', '2025-08-20', null],
  ]);
});

test('the switch is turned with a reason, recorded in history and trail', async () => {
  const answer = await database.write(asHead, (tx) =>
    programmes.switchTo(tx, 'mali-us', 'suspended', 'decided_by_government'),
  );
  expect(answer).toEqual({ ok: true, value: 'suspended' });
  const { rows: steps } = await db.admin.query(
    `select p.state, p.state_reason, h.event, h.actor_id, h.reason_code
     from programme p join programme_history h on h.owner_id = p.id where p.code = 'mali-us'
     order by h.seq desc limit 1`,
  );
  expect(steps).toEqual([
    {
      state: 'suspended',
      state_reason: 'decided_by_government',
      event: 'suspended',
      actor_id: head,
      reason_code: 'decided_by_government',
    },
  ]);
  const { rows: trail } = await db.admin.query(
    `select action, details from audit_entry where actor_id = $1 order by at desc limit 1`,
    [head],
  );
  expect(trail).toEqual([
    {
      action: 'programme.suspended',
      details: { code: 'mali-us', from: 'open', reason: 'decided_by_government' },
    },
  ]);
});

test.each([
  ['mali-us', 'open', 'in_force', 'wrong_state'],
  ['mali-us', 'suspended', 'because', 'unknown_reason'],
  ['no-such', 'suspended', 'security', 'unknown_programme'],
] as const)('turning %s to %s for %s is refused: %s', async (code, state, reason, why) => {
  const count = 'select count(*)::int as n from programme_history';
  const before = await db.admin.query(count);
  const answer = await database.write(asHead, (tx) => programmes.switchTo(tx, code, state, reason));
  expect(answer).toMatchObject({ ok: false, code: why });
  expect((await db.admin.query(count)).rows).toEqual(before.rows);
});

test('installing again changes nothing, not even a switch that officers turned', async () => {
  await db.admin.query(`update programme set state = 'suspended' where code = 'mali-us'`);
  const content = `select jsonb_agg(to_jsonb(p) order by code) as p,
    (select jsonb_agg(to_jsonb(v) order by programme_code, version) from programme_version v) as v,
    (select count(*) from consulate) as c, (select count(*) from port) as o from programme p`;
  const before = await db.admin.query(content);
  await connected(db.url('migrator'), (owner) => installProgrammes(owner));
  expect((await db.admin.query(content)).rows).toEqual(before.rows);
});

test('a version that is in force is not shipped with other content, nor edited in place', async () => {
  const [mali] = shippedProgrammes;
  const rules = { ...mali!.versions[0]!.rules, daysToPost: 45 };
  const changed = { ...mali!, versions: [{ ...mali!.versions[0]!, rules }] };
  await connected(db.url('migrator'), async (owner) => {
    await expect(installProgrammes(owner, [changed])).rejects.toThrow('ship a new one');
    await expect(
      owner.query(`update programme_version set legal_reference = 'none' where version = 1`),
    ).rejects.toMatchObject({ code: 'VB004' });
  });
});

test('a later version takes force on its day, and the one before stays readable', async () => {
  const [mali] = shippedProgrammes;
  const first = mali!.versions[0]!;
  const version = (n: number, effectiveFrom: string) => ({ ...first, version: n, effectiveFrom });
  const more = { ...mali!, versions: [first, version(2, '2026-01-01'), version(3, '2999-01-01')] };
  await connected(db.url('migrator'), (owner) => installProgrammes(owner, [more]));
  const { rows } = await db.admin.query(
    `select version, state from programme_version where programme_code = 'mali-us' order by 1`,
  );
  expect(rows).toEqual([
    { version: 1, state: 'superseded' },
    { version: 2, state: 'in_force' },
    { version: 3, state: 'approved' },
  ]);
  const versions = await database.read(reader, async (tx) => [
    await programmes.inForce(tx, 'mali-us', dayOf('2025-12-31')),
    await programmes.inForce(tx, 'mali-us', dayOf('2026-01-01')),
    await programmes.version(tx, 'mali-us', 1),
  ]);
  expect(versions.map((p) => p?.version)).toEqual([1, 2, 1]);
});

test('processes read programmes; only the officers’ one may turn the switch', async () => {
  for (const login of ['portal', 'api', 'worker', 'auditor'] as const) {
    await connected(db.url(login), async (client) => {
      expect((await client.query('select code from programme')).rowCount).toBe(2);
      await expect(client.query(`update programme set state = 'open'`)).rejects.toThrow('denied');
    });
  }
  await connected(db.url('officer'), async (client) => {
    await expect(client.query(`update programme set currency = 'XOF'`)).rejects.toThrow('denied');
    await expect(client.query(`update programme_version set version = 9`)).rejects.toThrow(
      'denied',
    );
  });
});

test('versions that stood before get the rules that came later, and are installed as they are', async () => {
  const later = `'{refundHoldMinutes,refundsPerHour,refundsPerHourByClient,passportMarginMonths}'`;
  await db.admin.query('alter table programme_version disable trigger keep_version');
  await db.admin.query(
    `update programme_version
     set rules = (rules - ${later}::text[]) || jsonb_build_object('basis', (rules->'basis') - ${later}::text[])`,
  );
  await db.admin.query('alter table programme_version enable trigger keep_version');
  await expect(database.read(reader, (tx) => programmes.all(tx))).rejects.toThrow(
    'refundHoldMinutes: a whole number from 0',
  );
  await connected(db.url('migrator'), async (owner) => {
    const runner = { query: (sql: string, params?: unknown[]) => owner.query(sql, params) };
    await new MoreRules1764100000040().up(runner as unknown as QueryRunner);
    await installProgrammes(owner);
    await expect(
      owner.query(`update programme_version set rules = '{}' where version = 1`),
    ).rejects.toThrow('is law');
  });
  const [mali] = await database.read(reader, (tx) => programmes.all(tx));
  expect(mali?.rules).toMatchObject({ refundHoldMinutes: 60, passportMarginMonths: 6 });
});

test('a demonstration has a version of its own, under which a refund leaves at once', async () => {
  const other = await freshDatabase();
  await connected(other.url('migrator'), async (owner) => {
    await installProgrammes(owner, demonstrationProgrammes);
    await installProgrammes(owner, demonstrationProgrammes);
  });
  const { rows } = await other.admin.query(
    `select version, state, rules->'refundHoldMinutes' as hold from programme_version
     where programme_code = 'mali-us' order by version`,
  );
  expect(rows).toEqual([
    { version: 1, state: 'superseded', hold: 60 },
    { version: 2, state: 'in_force', hold: 0 },
  ]);
  await other.drop();
});
