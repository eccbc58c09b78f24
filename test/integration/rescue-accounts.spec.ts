// A bank account for a refund that cannot go back as it came: asked for, given, changed and taken back.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { IBAN, RescueStory, US } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const MAILS = '^(refund|account)';

/** Everywhere that a number could have leaked to, as text. */
async function wordsAbout(refundId: string): Promise<string> {
  const found = await world.rows<{ words: string }>(
    `select to_jsonb(m)::text as words from mail m
     union all select to_jsonb(e)::text from audit_entry e
     union all select to_jsonb(j)::text from pgboss.job j
     union all select to_jsonb(r)::text from rescue r where refund_id = $1
     union all select to_jsonb(a)::text || encode(a.sealed, 'escape') from rescue_account a`,
    refundId,
  );
  return found.map(({ words }) => words).join('\n');
}

test('the treasury asks, the payer gives an account, and nothing tells its number', async () => {
  const bond = await story.failed();
  mustBeOk(await story.ask(bond.refundId));
  expect(await world.trackerOf(bond)).toMatchObject({ next: 'payer_gives_account' });
  expect(await story.seen(bond)).toMatchObject({ state: 'asked', account: null });
  mustBeOk(await story.give(bond));
  expect(await world.trackerOf(bond)).toMatchObject({ next: 'treasury_checks_account' });
  expect(await story.seen(bond)).toMatchObject({
    state: 'given',
    account: { kind: 'us', lastFour: '6789', isCoolingOff: true },
  });
  expect(await world.mailsOf(bond.reference, MAILS)).toEqual([
    ...['refund_started', 'refund_failed', 'account_asked', 'account_given'],
  ]);
  const words = await wordsAbout(bond.refundId);
  for (const secret of [US.number, US.routing, US.holder]) expect(words).not.toContain(secret);
  await world.daysLater(2);
  expect(await story.seen(bond)).toMatchObject({ account: { isCoolingOff: false } });
  await world.daysLater(-2);
});

test('another account takes its place and begins its own 48 hours; taken back, it is asked again', async () => {
  const bond = await story.given();
  await world.daysLater(2);
  mustBeOk(await story.give(bond, IBAN));
  expect(await story.seen(bond)).toMatchObject({
    account: { kind: 'iban', lastFour: '2606', isCoolingOff: true },
  });
  await world.daysLater(-2);
  mustBeOk(await story.takeBack(bond));
  expect(await story.seen(bond)).toMatchObject({ state: 'asked', account: null });
  expect(await story.takeBack(bond)).toMatchObject({ code: 'not_asked' });
  const steps = await world.rows<{ event: string }>(
    `select h.event from rescue_history h join rescue r on r.id = h.owner_id
     where r.refund_id = $1 order by h.seq`,
    bond.refundId,
  );
  expect(steps.map((s) => s.event)).toEqual([
    ...['account_given', 'account_replaced', 'account_taken_back'],
  ]);
});

test('nobody is asked before a disbursement has failed, nor twice, nor for money that is back', async () => {
  const early = await world.aBond().cancelled();
  const refundId = await story.refundOf(early.bondId);
  expect(await story.ask(refundId)).toMatchObject({ code: 'not_failed' });
  await world.send(early.disbursementId);
  expect(await story.ask(refundId)).toMatchObject({ code: 'already_returned' });
  const bond = await story.failed();
  const both = await Promise.all([
    story.ask(bond.refundId),
    story.ask(bond.refundId, story.boubacar),
  ]);
  expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['already_asked', 'ok']);
});

test('an account is given by whose money it is, when it was asked for', async () => {
  const bond = await story.failed();
  expect(await story.give(bond)).toMatchObject({ code: 'not_asked' });
  mustBeOk(await story.ask(bond.refundId));
  const { applicant } = await world.aBond().held();
  expect(await story.give({ ...bond, applicant })).toMatchObject({ code: 'not_asked' });
  expect(await story.stateOf(bond.refundId)).toBe('asked');
});

test('a payer who gives none is reminded after a week, a month, and every year', async () => {
  const bond = await story.failed();
  mustBeOk(await story.ask(bond.refundId));
  const reminders = async () => {
    await story.sweep();
    await story.sweep(); // reminds once
    return (await world.mailsOf(bond.reference, 'account_reminder')).length;
  };
  const counted: number[] = [];
  for (const days of [5, 3, 20, 3, 330, 6, 400]) {
    await world.daysLater(days);
    counted.push(await reminders());
  }
  expect(counted).toEqual([0, 1, 1, 2, 2, 3, 4]);
  mustBeOk(await story.give(bond));
  await world.daysLater(400);
  expect(await reminders()).toBe(4);
  await world.daysLater(-1167);
});

test('what came back by the card after all needs no account', async () => {
  const bond = await story.given();
  mustBeOk(await world.approveDisbursement(bond.next));
  await world.send(bond.next);
  await world.later();
  await world.news();
  expect(await world.returnedOn(bond.bondId)).not.toBeNull();
  await story.sweep();
  expect(await story.stateOf(bond.refundId)).toBe('not_needed');
  expect(await story.seen(bond)).toBeNull();
  expect(await story.give(bond)).toMatchObject({ code: 'not_asked' });
  expect(await story.ask(bond.refundId)).toMatchObject({ code: 'already_returned' });
});

describe('the database, whatever the code of a process does', () => {
  const denied = (work: Promise<unknown>) =>
    expect(work).rejects.toThrow(
      /permission denied|row-level security|needs treasury|payer says|decides nothing|too new/,
    );

  test('nobody but the payer says where money goes, and nobody reads the number back', async () => {
    const bond = await story.given();
    const { portal } = world;
    const asPayer = (sql: string, ...params: unknown[]) =>
      world.as(portal, bond.applicant.ctx, (tx) => tx.query(sql, params));
    const asTreasury = (sql: string, ...params: unknown[]) =>
      world.asOfficer(story.ama, (tx) => tx.query(sql, params));
    await denied(asPayer('select sealed from rescue_account'));
    await denied(asPayer(`update rescue set state = 'not_needed'`));
    await denied(asPayer('update rescue set remind_on = remind_on'));
    const given = 'select id from rescue_account limit 1';
    await denied(asTreasury(`update rescue set account_id = (${given}), state = 'given'`));
    await denied(asTreasury('update rescue set disbursement_id = null'));
    await denied(
      asTreasury(
        `insert into rescue_account select gen_random_uuid(), rescue_id, payer_account_id, kind,
           sealed, last_four, given_at, usable_from from rescue_account`,
      ),
    );
    await denied(world.byRule((tx) => tx.query('select sealed from rescue_account')));
    await denied(world.byRule((tx) => tx.query(`update rescue set state = 'approved'`)));
  });

  test('an account counts after 48 hours, and for the rescue for which it was given', async () => {
    const [bond, other] = [await story.given(), await story.given()];
    const given = `insert into rescue_account (id, rescue_id, payer_account_id, kind, sealed,
        last_four, given_at, usable_from)
      select $1, id, payer_account_id, 'us', '', '0000', now(), now() + $2::interval
      from rescue where refund_id = $3 returning id`;
    const gives = (hours: string, refundId: string, by = bond) =>
      world.as(world.portal, by.applicant.ctx, (tx) => tx.query(given, [newId(), hours, refundId]));
    await expect(gives('47 hours', bond.refundId)).rejects.toThrow('cools_off');
    expect(await gives('48 hours', other.refundId)).toEqual([]); // sees no such rescue
    const borrowed = world.as(world.portal, bond.applicant.ctx, (tx) =>
      tx.query(`update rescue set account_id = $1 where refund_id = $2`, [newId(), bond.refundId]),
    );
    await expect(borrowed).rejects.toThrow('rescue_its_account');
  });
});
