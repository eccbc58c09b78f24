// Why bonds and refunds wait: the reasons, since when, and who has to act, on the lists of the desk.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Standstills } from '#breach';
import { dayIn, formatDay, mustBeOk, Temporal } from '#kernel';
import { CaseFreezes } from '#refund';
import { BreachStory, judges } from '../support/world/breach.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasury: Visitor;
beforeAll(async () => {
  world = await World.start();
  treasury = await world.signedIn(['treasury'], 'Ama Sow');
}, 60_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Of the case's consulate, as every day of its bond. */
const today = () => formatDay(dayIn(Temporal.Now.instant(), 'America/New_York'), 'en');

/** The reasons of one bond, as codes. */
const reasonsOf = async (owner: string) => {
  const { officer } = world;
  const found = await world.asOfficer(world.staff, (tx) =>
    officer.get(Standstills).of(tx, [owner]),
  );
  return (found.get(owner) ?? []).map(({ code, who }) => [code, who]);
};
const freeze = (caseId: string, reason: string) =>
  world.onCase(world.staff, caseId, async (tx, row) =>
    mustBeOk(await world.officer.get(CaseFreezes).place(tx, row, reason)),
  );
/** The row of a case in a list, in words. */
async function rowOf(list: string, reference: string): Promise<string> {
  const { body } = await treasury.get(list);
  const row = body.split('<tr').find((part) => part.includes(reference)) ?? '';
  return row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}

test('a bond that nothing stops has no reason', async () => {
  const { bondId, reference } = await world.aBond().held();
  expect(await reasonsOf(bondId)).toEqual([]);
  expect(await rowOf('/bonds?state=held', reference)).not.toContain(', since');
});

test('money that left outside the portal: the treasury, then a second person there', async () => {
  const { bondId, reference } = await world.aBond().held();
  await world.refundElsewhere(bondId);
  await world.news();
  expect(await reasonsOf(bondId)).toEqual([['refund', 'treasury']]);
  const said = `Refunded outside the portal, since ${today()}: the treasury settles it`;
  expect(await rowOf('/bonds', reference)).toContain(said);
  const { id } = await world.reversalOf(bondId);
  mustBeOk(await world.propose(id, 'post_again', world.staff));
  expect(await reasonsOf(bondId)).toEqual([['refund', 'second_treasury']]);
});

test('a dispute that is open is the bank’s to decide', async () => {
  const { bondId, reference } = await world.aBond().held();
  await world.dispute(bondId);
  await world.news();
  expect(await reasonsOf(bondId)).toEqual([['dispute', 'bank']]);
  expect(await rowOf('/bonds', reference)).toContain('Payment disputed at the bank');
});

test('a frozen refund says every reason on its list and on its page', async () => {
  const { bondId, caseId, reference } = await world.aFailedRefund();
  await freeze(caseId, 'fraud_suspected');
  await freeze(caseId, 'sanctions_match');
  const both = (await reasonsOf(bondId)).map(([code]) => code).sort();
  expect(both).toEqual(['fraud_suspected', 'sanctions_match']);
  const row = await rowOf('/refunds?show=problems', reference);
  expect(row).toContain(`Suspected fraud, since ${today()}: an officer proposes to lift it`);
  expect(row).toContain('Possible match with a sanctions list');
  const { id } = await world.one<{ id: string }>(
    'select id from refund where bond_id = $1',
    bondId,
  );
  const page = await treasury.get(`/refunds/${id}?lang=fr`);
  expect(page.words).toContain('Motif d’attente');
  expect(page.words).toContain('levée à proposer par un agent');
  await treasury.get('/?lang=en');
});

test('the time to appeal is the payer’s, an appeal a member’s', async () => {
  const story = new BreachStory(world, await judges(world));
  const file = await story.decided('full');
  expect(await reasonsOf(file.bondId)).toEqual([['appeal_window', 'payer']]);
  await story.appealed(file);
  expect(await reasonsOf(file.bondId)).toEqual([['appeal_open', 'appeal_member']]);
  expect(await rowOf('/bonds?state=appealed', file.reference)).toContain('Appeal being decided');
});

test('a visa whose day is over waits for ports that have not sent all', async () => {
  const { bondId, caseId, reference } = await world.aBond().withVisa();
  expect(await reasonsOf(bondId)).toEqual([]);
  await world.rows(`update visa set due_on = current_date - 5 where case_id = $1`, caseId);
  expect(await reasonsOf(bondId)).toEqual([['records_incomplete', 'border']]);
  const { on } = await world.one<{ on: string }>(
    'select due_on::text as on from visa where case_id = $1',
    caseId,
  );
  const day = formatDay(Temporal.PlainDate.from(on), 'en');
  expect(await rowOf('/bonds?state=held', reference)).toContain(
    `Border records incomplete, since ${day}: the border must complete its records`,
  );
  await world.complete(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  expect(await reasonsOf(bondId)).toEqual([]);
});
