// An account that a payer gives beforehand, for a refund that cannot go back as it came (R12).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Bonds } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { FallbackAccounts, RescueAccounts, RescueReading } from '#refund';
import { somebody, type Somebody } from '../support/signed-in.ts';
import { Payer } from '../support/world/payer.ts';
import { PASSWORD } from '../support/world/people.ts';
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

const give = (bondId: string, by: Somebody, typed: typeof US | typeof IBAN = US) =>
  world.as(world.portal, by.ctx, async (tx) => {
    const bond = (await world.portal.get(Bonds).find(tx, bondId))!;
    const account = mustBeOk(world.portal.get(RescueAccounts).read(typed, 'USD'));
    return world.portal.get(FallbackAccounts).give(tx, bond, account);
  });
const given = (bondId: string) =>
  world.rows<{ kind: string; is_over: boolean }>(
    `select kind, ended_at is not null as is_over from fallback_account
     where bond_id = $1 order by id`,
    bondId,
  );
const asPayer = (by: Somebody, sql: string) => () =>
  world.as(world.portal, by.ctx, (tx) => tx.query(sql));

test('it is sealed, one at a time counts, and it can be taken back', async () => {
  const bond = await world.aBond().held();
  mustBeOk(await give(bond.bondId, bond.applicant));
  mustBeOk(await give(bond.bondId, bond.applicant, IBAN));
  expect(await given(bond.bondId)).toEqual([
    { kind: 'us', is_over: true },
    { kind: 'iban', is_over: false },
  ]);
  const [{ words }] = (await world.rows<{ words: string }>(
    `select string_agg(to_jsonb(f)::text || encode(f.sealed, 'escape'), ' ') as words
     from fallback_account f`,
  )) as [{ words: string }];
  for (const secret of [US.number, US.routing, US.holder, '3M02']) {
    expect(words).not.toContain(secret);
  }
  await world.as(world.portal, bond.applicant.ctx, (tx) =>
    world.portal.get(FallbackAccounts).takeBack(tx, bond.bondId),
  );
  expect((await given(bond.bondId)).every(({ is_over }) => is_over)).toBe(true);
  expect(await world.mailsOf(bond.reference, '^account')).toEqual([
    'account_given',
    'account_given',
  ]);
});

test('nobody but the bond’s payer gives one, and no login of the portal reads it', async () => {
  const bond = await world.aBond().held();
  mustBeOk(await give(bond.bondId, bond.applicant));
  const stranger = await somebody(world.db, 'applicant');
  expect(await world.as(world.portal, stranger.ctx, (tx) => tx.query('select id from fallback_account'))).toEqual([]); // prettier-ignore
  await expect(asPayer(bond.applicant, 'select sealed from fallback_account')()).rejects.toThrow(
    'permission denied',
  );
  const forged = `insert into fallback_account (id, bond_id, payer_account_id, kind, sealed,
      last_four, given_at) values (gen_random_uuid(), '${bond.bondId}', app.actor(), 'us', '',
      '0000', now())`;
  await expect(asPayer(stranger, forged)()).rejects.toThrow('row-level security');
  const reopened = 'update fallback_account set ended_at = null';
  await expect(asPayer(bond.applicant, reopened)()).rejects.toThrow('row-level security');
  await expect(
    asPayer(bond.applicant, `update fallback_account set last_four = '0000'`)(),
  ).rejects.toThrow('permission denied');
});

test('once the treasury asks, its payer uses it: its 48 hours began when it was given', async () => {
  const bond = await story.failed();
  mustBeOk(await give(bond.bondId, bond.applicant));
  const use = (by: Somebody) =>
    world.as(world.portal, by.ctx, (tx) =>
      world.portal.get(RescueAccounts).useFallback(tx, bond.refundId),
    );
  expect(await use(bond.applicant)).toMatchObject({ ok: false, code: 'not_asked' });
  await world.daysLater(2);
  mustBeOk(await story.ask(bond.refundId));
  const stranger = await somebody(world.db, 'applicant');
  expect(await use(stranger)).toMatchObject({ ok: false, code: 'not_asked' });
  mustBeOk(await use(bond.applicant));
  expect(await story.seen(bond)).toMatchObject({
    state: 'given',
    account: { kind: 'us', lastFour: '6789', isCoolingOff: false },
  });
  expect(await given(bond.bondId)).toEqual([{ kind: 'us', is_over: true }]);
  // It opens as what was given, and two people may send the money at once.
  const opened = await world.asOfficer(story.ama, (tx) =>
    world.officer.get(RescueReading).opened(tx, bond.refundId),
  );
  expect(opened).toMatchObject({ holder: US.holder, country: 'US' });
  mustBeOk(await story.propose(bond.refundId));
  mustBeOk(await story.approve(bond.refundId));
  await world.daysLater(-2);
});

test('on the pages: given with the password, mended where it is wrong, and offered when it is asked', async () => {
  const payer = await Payer.held(world, 'refundLater');
  const at = `${payer.bond}/refund-account`;
  const { number: accountNumber, ...rest } = US;
  const form = { ...rest, accountNumber, current: PASSWORD };
  const wrong = await payer.visitor.post(at, { ...form, routing: '021000022' });
  expect([wrong.status, wrong.words]).toEqual([
    422,
    expect.stringContaining('Enter the 9 digits of the routing number. This one has an error'),
  ]);
  const other = await payer.visitor.post(at, { ...form, current: 'not my password at all' });
  expect(other.status).toBe(422);
  const { id } = await payer.bondRow();
  expect(await given(id)).toEqual([]);
  const done = await payer.visitor.post(at, form);
  expect(done.to).toBe(`${payer.home}?notice=account_given`);
  expect((await payer.visitor.get(at)).words).toContain('This replaces the account ending in 6789');
});
