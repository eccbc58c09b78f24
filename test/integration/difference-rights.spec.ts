// What no program can do with differences, whatever was changed in it: the database refuses; and what a
// thief with every right could write, the oracle names.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Somebody } from '../support/signed-in.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: Reconciliation;
let ama: Somebody;
let boubacar: Somebody;
beforeAll(async () => {
  world = await World.start();
  story = new Reconciliation(world);
  [ama, boubacar] = await world.treasury();
  await world.aBond().held();
  await world.pass({ days: 3 });
  await world.news();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const REFUSED =
  /permission denied|row-level security|own name|decides nothing|check constraint|needs|only added|append|VB009/;
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(REFUSED);
const as = (who: Somebody, sql: string, ...params: unknown[]) =>
  world.asOfficer(who, (tx) => tx.query(sql, params));
const byRule = (sql: string, ...params: unknown[]) => world.byRule((tx) => tx.query(sql, params));
const step = (state: string, fields: string) =>
  `update money_difference set state = '${state}', ${fields} where id = $1`;

async function aPayout(): Promise<{ id: string; po: string }> {
  const form = { amount: '10000', currency: 'usd' };
  const po = await world.stripe<{ id: string }>('payouts', 'POST', form);
  await story.compares();
  return { id: (await story.of(po.id)).id, po: po.id };
}

test('officers write no figures, nothing that is over, and only in their own name', async () => {
  const { id } = await aPayout();
  await refused(as(ama, `update money_difference set moved_minor = 1 where id = $1`, id));
  await refused(as(ama, `insert into money_difference select * from money_difference`));
  await refused(as(ama, `delete from money_difference`));
  await refused(as(ama, step('closed', 'taken_by = null'), id));
  await refused(as(ama, step('asked', 'taken_by = null'), id));
  await refused(as(ama, step('proposed', `proposed_by = '${boubacar.accountId}'`), id));
  await refused(as(ama, step('open', `taken_by = '${boubacar.accountId}'`), id));
  const both = `proposed_by = '${ama.accountId}', confirmed_by = '${boubacar.accountId}'`;
  await refused(as(ama, step('confirmed', both), id));
  await refused(as(boubacar, step('confirmed', both), id));
  await story.must(ama, 'propose', id);
  await refused(as(ama, step('confirmed', `confirmed_by = '${ama.accountId}'`), id));
  await refused(as(ama, step('confirmed', `confirmed_by = '${boubacar.accountId}'`), id));
  const swapped = `proposed_by = '${boubacar.accountId}', confirmed_by = '${ama.accountId}'`;
  await refused(as(ama, step('confirmed', swapped), id));
});

test('who is not of the treasury acts on none', async () => {
  const { id } = await aPayout();
  const officer = await world.anOfficer();
  await world.rows(
    `delete from account_role where account_id = $1 and role <> 'officer'`,
    officer.accountId,
  );
  await refused(as(officer, step('proposed', `proposed_by = '${officer.accountId}'`), id));
  await expect(story.by(officer, 'propose', id)).rejects.toThrow('needs treasury');
});

test('a rule confirms nothing, and writes no figure of what was found', async () => {
  const { id } = await aPayout();
  await refused(byRule(step('proposed', `checked_at = now()`), id));
  await refused(byRule(step('confirmed', `checked_at = now()`), id));
  await refused(byRule(`update money_difference set booked_minor = moved_minor where id = $1`, id));
  await refused(byRule(`update processor_movement set amount_minor = 0`));
  await refused(byRule(`delete from processor_movement`));
  await refused(
    byRule(
      `insert into money_difference (id, object_id, currency, subject, kind, moved_minor,
         moved_fee_minor, since, found_at, checked_at, state, state_since, proposed_by)
       values (gen_random_uuid(), 'po_x', 'USD', 'payout', 'not_booked', 1, 0, now(), now(), now(),
         'open', now(), $1)`,
      ama.accountId,
    ),
  );
});

/** As whoever gets past every right could write it; the oracle's word for it, then it is undone. */
async function tampered(sql: string, back: string): Promise<string[]> {
  const past = (statement: string) =>
    world.rows(
      `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
    );
  await past(sql);
  const found = await world.oracle();
  await past(back);
  expect(await world.oracle()).toEqual([]);
  return [...new Set(found.map((line) => line.split(': ').slice(1, -1).join(': ')))];
}

test('what was booked without two people, or in another amount, is named', async () => {
  const { id, po } = await aPayout();
  await story.must(ama, 'propose', id);
  await story.must(boubacar, 'confirm', id);
  await story.settles(id);
  const one = `where id = '${id}'`;
  const set = (fields: string) => `update money_difference set ${fields} ${one}`;
  const names = `proposed_by = '${ama.accountId}', confirmed_by = '${boubacar.accountId}'`;
  expect(await tampered(set(`confirmed_by = '${world.staff.accountId}'`), set(names))).toEqual([
    expect.stringContaining('two people stand behind what was confirmed'),
  ]);
  expect(await tampered(set('confirmed_by = null'), set(names))).toEqual([
    expect.stringContaining('goes by itself, or two people confirmed it'),
  ]);
  expect(await tampered(set(`state = 'confirmed'`), set(`state = 'closed'`))).toEqual([
    expect.stringContaining('its state is its last step'),
  ]);
  const moved = (amount: number) =>
    `update processor_movement set amount_minor = ${amount} where object_id = '${po}'`;
  expect(await tampered(moved(-9_999), moved(-10_000))).toEqual([
    expect.stringContaining('moved at the processor, in that amount'),
  ]);
});
