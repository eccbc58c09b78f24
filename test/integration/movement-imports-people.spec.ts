// Records that officers bring in move a bond only when a second person has confirmed them (R15).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database, newId } from '#platform';
import { aTraveller } from '../support/evidence.ts';
import { aRow, ImportFlow } from '../support/imports.ts';
import type { Somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: ImportFlow;

beforeAll(async () => {
  world = await World.start();
  flow = await ImportFlow.of(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('in and out by one file: foreseen, changes nothing, then returns the bond', async () => {
  const posted = await world.aBond().withVisa();
  const id = await flow.checked(aRow('departed', posted), aRow('admitted', posted));
  expect(await flow.rowOf(id)).toMatchObject({ state: 'checked', accepted: 2, matched: 2 });
  const { reference } = posted;
  expect(await flow.foreseen(id)).toEqual([
    { line: 2, outcome: 'cancel', why: 'R15a', reference },
    { line: 3, outcome: 'admit', why: 'admitted', reference },
  ]);
  expect(await world.stateOf('bond', posted.bondId)).toBe('held');
  expect(await world.rows('select id from movement where import_id = $1', id)).toEqual([]);

  expect(await flow.confirm(id, flow.ama)).toMatchObject({ code: 'same_person' });
  await flow.bringIn(id);
  expect(await world.recordsOf(posted)).toEqual([
    { kind: 'admitted', state: 'assessed', reason: 'admitted' },
    { kind: 'departed', state: 'assessed', reason: 'R15a' },
  ]);
  expect(await world.stateOf('bond', posted.bondId)).toBe('cancelled');
  const [refund] = await world.rows(
    'select rule, border_client_id from refund where bond_id = $1',
    posted.bondId,
  );
  expect(refund).toEqual({ rule: 'R15a', border_client_id: null });
  const ways = await world.rows('select distinct source from movement where import_id = $1', id);
  expect(ways).toEqual([{ source: 'file' }]);
});

test('a record before the visa goes to a person; of another traveller, to nobody’s bond', async () => {
  const posted = await world.aBond().withVisa();
  const before = new Date(Date.now() - 20 * 86_400_000).toISOString();
  const stranger = { passport: { ...posted.passport, number: 'X99999999' } };
  const id = await flow.checked(
    aRow('admitted', posted, { happened_at: before }),
    aRow('departed', stranger),
  );
  expect(await flow.rowOf(id)).toMatchObject({ accepted: 2, matched: 1 });
  expect(await flow.foreseen(id)).toMatchObject([
    { outcome: 'desk', why: 'outside_visa_validity' },
  ]);
  await flow.bringIn(id);
  expect(await world.recordsOf(posted)).toMatchObject([
    { state: 'set_aside', reason: 'outside_visa_validity' },
  ]);
  const [other] = await world.rows(
    `select state, person_id from movement where import_id = $1 and kind = 'departed'`,
    id,
  );
  expect(other).toEqual({ state: 'unmatched', person_id: null });
  expect(await world.stateOf('bond', posted.bondId)).toBe('held');
});

test('a departure typed in by one officer returns the bond when another confirms it', async () => {
  const posted = await aTraveller(world);
  const record = {
    ...{ kind: 'departed', port: 'BKO', authorised_until: '' },
    happened_at: new Date(Date.now() - 600_000).toISOString(),
    ...{ issuing_state: 'USA', document_number: posted.passport.number },
  };
  expect(await flow.enter({ ...record, port: 'CDG' })).toMatchObject({
    ...{ code: 'port_unknown', detail: { field: 'port' } },
  });
  expect(await flow.enter(record, 'because')).toMatchObject({ code: 'unknown_hand_reason' });
  const { id } = mustBeOk(await flow.enter(record));
  await flow.run(id);
  expect(await flow.foreseen(id)).toMatchObject([{ outcome: 'cancel', why: 'R15a' }]);
  await flow.bringIn(id);
  expect(await world.stateOf('bond', posted.bondId)).toBe('cancelled');
  expect(await world.rows('select source from movement where import_id = $1', id)).toEqual([
    { source: 'hand' },
  ]);
});

test('declined, it never counts; nothing acceptable cannot be confirmed', async () => {
  const posted = await aTraveller(world);
  const id = await flow.checked(aRow('departed', posted));
  const decline = (who: Somebody, reason?: string) =>
    flow.by(who, (imports, tx) => imports.decline(tx, id, reason));
  expect(await decline(flow.boubacar)).toMatchObject({ code: 'unknown_reason' });
  mustBeOk(await decline(flow.boubacar, 'not_proved'));
  expect(await flow.confirm(id)).toMatchObject({ code: 'wrong_state' });
  await flow.run(id);
  expect(await world.stateOf('bond', posted.bondId)).toBe('held');
  const bad = await flow.checked(aRow('left', posted));
  expect(await flow.confirm(bad)).toMatchObject({ code: 'nothing_accepted' });
});

/** What a login tries by itself, whatever the code of its process does. */
const tries = (who: Somebody, sql: string, ...params: unknown[]) =>
  world.officer.get(Database).write(who.ctx, (tx) => tx.query(sql, params));
const asRule = (sql: string, ...params: unknown[]) => world.byRule((tx) => tx.query(sql, params));

test('the database lets no login confirm alone, or make records of what nobody confirmed', async () => {
  const id = await flow.checked(aRow('departed', await aTraveller(world)));
  const confirm = (by: string) =>
    `update movement_import set state = 'confirmed', decided_by = '${by}' where id = '${id}'`;
  const { ama, boubacar } = flow;
  await expect(tries(ama, confirm(ama.accountId))).rejects.toThrow(/two_people/);
  await expect(tries(ama, confirm(boubacar.accountId))).rejects.toThrow(/in one's own name/);
  await expect(asRule(`update movement_import set state = 'confirmed' where id = $1`, id))
    .rejects //
    .toThrow(/not from checked to confirmed here/);
  await world.rows('delete from account_role where account_id = $1', boubacar.accountId);
  await world.rows(`insert into account_role values ($1, 'officer')`, boubacar.accountId);
  await expect(tries(boubacar, confirm(boubacar.accountId))).rejects.toThrow(/not with this role/);
  await world.rows(`insert into account_role values ($1, 'head_of_section')`, boubacar.accountId);

  const add = `insert into movement (id, source, import_id, programme_code, record_id, kind,
      port_code, happened_at, document_state, document_token, document_sealed, content_token, state,
      state_since, version)
    values ($1, $2, $3, 'mali-us', 'R-1', 'departed', 'BKO', now(), 'USA', '', '', '', 'unmatched',
      now(), 2)`;
  await expect(asRule(add, newId(), 'file', id)).rejects.toThrow(/two people have not confirmed/);
  await expect(tries(ama, add, newId(), 'file', id)).rejects.toThrow(/permission denied/);
  await expect(
    world.api
      .get(Database)
      .write({ actor: { kind: 'client', clientId: world.post.client.id }, requestId: 'r' }, (tx) =>
        tx.query(add, [newId(), 'file', id]),
      ),
  ).rejects.toThrow(/row-level security/);
});

test('what was sent is never changed or taken away, and sent in one’s own name', async () => {
  const id = await flow.checked(aRow('admitted', null));
  const { ama, boubacar } = flow;
  for (const table of ['movement_import', 'movement_import_part', 'movement_import_problem']) {
    await expect(tries(ama, `delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(world.rows(`delete from ${table} where true`)).rejects.toThrow(
      /rows are only added/,
    );
  }
  const copy = (by: string) =>
    `insert into movement_import (id, programme_code, source, form, encoding, delimiter, bytes,
       digest, sent_by, sent_at, state, state_since)
     select gen_random_uuid(), programme_code, source, form, encoding, delimiter, bytes,
       sha256(digest), '${by}', sent_at, 'checking', state_since
     from movement_import where id = '${id}'`;
  await expect(tries(ama, copy(boubacar.accountId))).rejects.toThrow(/row-level security/);
  await expect(
    tries(
      ama,
      `insert into movement_import_part select import_id, content, 1, sealed
      from movement_import_part where import_id = $1`,
      id,
    ),
  ).rejects.toThrow(/row-level security/);
});
