// Whose passport it is: what two applicants typed, an officer decides (R32).
import { type CaseRow, CaseDocuments, Cases, Reviewing } from '#application';
import { mustBeOk } from '#kernel';
import { type Tx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connected } from '../../tools/database.ts';
import { aToken, type Somebody } from '../support/signed-in.ts';
import { declaration } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Somebody;
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer', 'worker'] });
  awa = await world.anOfficer();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const act = <T>(fn: (tx: Tx) => Promise<T>, who = awa) => world.asOfficer(who, fn);
const onCase = <T>(id: string, fn: (tx: Tx, row: CaseRow) => Promise<T>, who = awa) =>
  world.onCase(who, id, fn);
const taken = async (id: string) =>
  mustBeOk(await onCase(id, (tx, row) => world.officer.get(Reviewing).take(tx, row, null)));
const refused = async (id: string) =>
  mustBeOk(await onCase(id, (tx, row) => world.officer.get(Reviewing).refuse(tx, row, 'security')));
const declared = declaration();

async function submitted(applicant: Somebody, number = declared.document.number) {
  return (await world.aCase({ applicant, declared: declaration({ number }) }).submitted()).row;
}
/** Two accounts that typed the same number, both under review. */
async function two(number: string) {
  const made = [];
  for (const who of [await world.anApplicant(), await world.anApplicant()]) {
    const row = await submitted(who, number);
    await taken(row.id);
    made.push({ ...row, who });
  }
  return made as [(typeof made)[0], (typeof made)[0]];
}
const confirm = (id: string, reason?: string, who = awa) =>
  onCase(id, (tx, row) => world.officer.get(CaseDocuments).confirmPassport(tx, row, reason), who);
const rivalsOf = (id: string) =>
  act(async (tx) =>
    world.officer.get(CaseDocuments).rivals(tx, await world.officer.get(Cases).lock(tx, id)),
  );
const isConfirmed = (id: string) =>
  act((tx) => world.officer.get(CaseDocuments).isPassportConfirmed(tx, id));
const trailOf = async (id: string) =>
  (
    await world.db.admin.query<{ action: string; details: object; actor_id: string }>(
      `select action, details, actor_id from audit_entry where subject_id = $1
       and action like 'case.document%' order by at`,
      [id],
    )
  ).rows;

test('both are taken; the officer sees the other, and the number is confirmed once', async () => {
  const [a, b] = await two('CONTEST01');
  expect(await rivalsOf(b.id)).toMatchObject([{ reference: a.reference, isConfirmed: false }]);
  mustBeOk(await confirm(a.id));
  mustBeOk(await confirm(a.id)); // pressed twice
  expect(await rivalsOf(b.id)).toMatchObject([{ reference: a.reference, isConfirmed: true }]);
  expect(await confirm(b.id)).toMatchObject({ code: 'held_by_another_traveller' });
  expect([await isConfirmed(a.id), await isConfirmed(b.id)]).toEqual([true, false]);
});

test('confirmed at the same moment for two travellers, one has it', async () => {
  const [a, b] = await two('CONTEST02');
  const answers = await Promise.all([confirm(a.id), confirm(b.id)]);
  expect(answers.map((x) => (x.ok ? 'ok' : x.code)).sort()).toEqual([
    'held_by_another_traveller',
    'ok',
  ]);
});

test('it is taken from the other traveller only for a reason, and both trails say so', async () => {
  const [a, b] = await two('CONTEST03');
  mustBeOk(await confirm(a.id));
  expect(await confirm(b.id, 'because')).toMatchObject({ code: 'unknown_reason' });
  mustBeOk(await confirm(b.id, 'other_mistyped'));
  expect([await isConfirmed(a.id), await isConfirmed(b.id)]).toEqual([false, true]);
  expect(await trailOf(b.id)).toMatchObject([
    {
      action: 'case.document_confirmed',
      details: { reason: 'other_mistyped' },
      actor_id: awa.accountId,
    },
  ]);
  expect(await trailOf(a.id)).toMatchObject([
    { action: 'case.document_confirmed' },
    {
      action: 'case.document_taken',
      details: { document: a.travelDocumentId },
      actor_id: awa.accountId,
    },
  ]);
});

test('only who holds the case confirms, while there is something to decide', async () => {
  const row = await submitted(await world.anApplicant(), 'HOLDER001');
  expect(await confirm(row.id)).toMatchObject({ code: 'not_held_by_you' });
  await taken(row.id);
  expect(await confirm(row.id, undefined, await world.anOfficer())).toMatchObject({
    code: 'not_held_by_you',
  });
  await refused(row.id);
  expect(await confirm(row.id)).toMatchObject({ code: 'wrong_state' });
});

const endings: Record<string, (row: Awaited<ReturnType<typeof two>>[0]) => Promise<unknown>> = {
  refused: (row) => refused(row.id),
  withdrawn: (row) =>
    world.as(world.portal, row.who.ctx, async (tx) =>
      world.portal.get(Cases).withdrawn(tx, await world.portal.get(Cases).lock(tx, row.id)),
    ),
  bond_lapsed: async (row) => {
    await act(async (tx) =>
      world.officer.get(Cases).bondRequired(tx, await world.officer.get(Cases).lock(tx, row.id)),
    );
    await world.byRule(async (tx) =>
      world.worker.get(Cases).bondsLapsed(tx, [await world.worker.get(Cases).lock(tx, row.id)]),
    );
  },
};
test.each(Object.keys(endings))(
  'a case that is %s releases the passport it claimed',
  async (end) => {
    const [a, b] = await two(`RELEASE${end.slice(0, 2)}`);
    mustBeOk(await confirm(a.id));
    await endings[end]!(a);
    expect(await isConfirmed(a.id)).toBe(false);
    mustBeOk(await confirm(b.id));
    const { rows } = await world.db.admin.query<{ reason: string }>(
      'select release_reason as reason from case_document where case_id = $1',
      [a.id],
    );
    expect(rows).toEqual([{ reason: end }]);
  },
);

test('what another case of the same traveller relies on stays his', async () => {
  const ada = await world.anApplicant();
  const first = await submitted(ada, 'BOTHCASES');
  await taken(first.id);
  mustBeOk(await confirm(first.id));
  await world.db.admin.query(`update visa_case set state = 'closed' where id = $1`, [first.id]);
  const second = await submitted(ada, 'BOTHCASES');
  expect(second.travelDocumentId).toBe(first.travelDocumentId);
  await taken(second.id);
  expect(await isConfirmed(second.id)).toBe(false);
  mustBeOk(await confirm(second.id));
  await refused(second.id);
  const { rows } = await world.db.admin.query<{ confirmed: boolean }>(
    'select confirmed_at is not null as confirmed from travel_document where id = $1',
    [first.travelDocumentId],
  );
  expect(rows).toEqual([{ confirmed: true }]);
});

test('a portal that was taken over confirms nothing, its own or another’s', async () => {
  const [a] = await two('TAKENOVER');
  const token = await aToken(world.db.admin, a.who.accountId, 'applicant');
  const own = (sql: string, params: unknown[]) =>
    connected(world.db.url('portal'), async (client) => {
      await client.query('begin');
      await client.query('select app.enter($1, $2, $3)', [token, 'applicant', a.who.accountId]);
      await client.query(sql, params);
    });
  const id = a.travelDocumentId;
  await expect(
    own('update travel_document set confirmed_at = now() where id = $1', [id]),
  ).rejects.toThrow('row-level security');
  await expect(
    own(
      `insert into case_document (id, case_id, document_id, basis, confirmed_by, confirmed_at)
       values (gen_random_uuid(), $1, $2, 'passport', $3, now())`,
      [a.id, id, a.who.accountId],
    ),
  ).rejects.toThrow('permission denied');
});
