// Money that comes back after two people had settled that it was gone (R27, R35): it is owed again, and
// goes where somebody will return it. Nothing of it waits unseen.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { World } from '../support/world/world.ts';

/** Of money that left and came back. */
const MAILS = '^(refund|bond_required)';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => {
  expect(await world.rows(`select type from processor_event where state = 'parked'`)).toEqual([]);
  expect(await world.stop()).toEqual([]);
});

async function fails(object: string): Promise<void> {
  await world.control(`refunds/${object}/fail`, { reason: 'expired_or_canceled_card' });
  await world.news();
}
const suspenseOf = (bondId: string) =>
  world.rows<{ why: string; held: string }>(
    `select e.why, a.held from payment p join ledger.account a on a.owner_id = p.received_payment_id
     left join suspense_entry e on e.received_payment_id = a.owner_id
     where p.bond_id = $1 and a.held > 0`,
    bondId,
  );
const lastMail = async (reference: string) =>
  (
    await world.one<{ template: string }>(
      `select template from mail where params->>'reference' = $1 order by id desc limit 1`,
      reference,
    )
  ).template;

test('a bond that is still held holds it again, whole', async () => {
  const { bondId } = await world.aBond().withVisa();
  const object = await world.refundElsewhere(bondId, 400_000);
  await world.news();
  await world.settled(bondId, 'accepted');
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '600000' });
  await fails(object);
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', came_back_to: 'bond' });
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000', borne: '0' });
  expect(await world.oracle()).toEqual([]);
});

test('where a refund was settled as returned, it is due again and the payer hears that it came back', async () => {
  const { bondId, reference } = await world.aBond().cancelled();
  const object = await world.refundElsewhere(bondId);
  await world.news();
  await world.settled(bondId, 'accepted');
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
  await fails(object);
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', came_back_to: 'refund' });
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'cancelled', held: '1000000' });
  expect(await world.statesOf(bondId)).toEqual(['canceled', 'due']);
  expect((await world.mailsOf(reference, MAILS)).at(-1)).toBe('refund_returned');
  expect(await world.oracle()).toEqual([]);

  const next = await world.openDisbursement(bondId);
  await world.approveDisbursement(next);
  await world.send(next);
  expect((await world.refundsOf(bondId)).map((r) => r.status)).toEqual(['succeeded', 'failed']);
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  expect((await world.mailsOf(reference, MAILS)).at(-1)).toBe('refund_succeeded');
});

describe('where no refund owes it, it waits in suspense with its reason', () => {
  test('the bond was posted again meanwhile: it does not hold two payments', async () => {
    const posted = await world.aBond().held();
    const { bondId, reference } = posted;
    const object = await world.refundElsewhere(bondId);
    await world.news();
    await world.settled(bondId, 'post_again');
    await world.pay(mustBeOk(await world.startPosting(posted)).url);
    await world.news();
    await fails(object);
    expect(await world.reversalOf(bondId)).toMatchObject({
      state: 'undone',
      came_back_to: 'suspense',
    });
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });
    expect(await suspenseOf(bondId)).toEqual([{ why: 'came_back', held: '1000000' }]);
    expect(await lastMail(reference)).toBe('payment_came_back');
    expect(await world.oracle()).toEqual([]);
  });

  test('the bond ended without money: the case does not begin again', async () => {
    const { bondId } = await world.aBond().withVisa();
    const object = await world.refundElsewhere(bondId);
    await world.news();
    await world.settled(bondId, 'accepted');
    await fails(object);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await suspenseOf(bondId)).toEqual([{ why: 'came_back', held: '1000000' }]);
    expect(await world.oracle()).toEqual([]);
  });
});

describe('a dispute that is won on appeal, after two people had settled it', () => {
  test('it is due again', async () => {
    const { bondId } = await world.aBond().cancelled();
    const id = await world.dispute(bondId);
    await world.becomes(id, 'lose');
    await world.news();
    await world.settled(bondId, 'accepted');
    await world.becomes(id, 'win');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({
      state: 'undone',
      came_back_to: 'refund',
    });
    expect(await world.bondOf(bondId)).toMatchObject({
      state: 'cancelled',
      held: '1000000',
      borne: '0',
    });
    expect(await world.statesOf(bondId)).toEqual(['canceled', 'due']);
    expect(await world.oracle()).toEqual([]);
  });

  test('what the operator had borne is made good, and nobody is owed it twice', async () => {
    const { bondId, disbursementId } = await world.aBond().cancelled();
    await world.send(disbursementId);
    const id = await world.dispute(bondId);
    await world.becomes(id, 'lose');
    await world.news();
    await world.settled(bondId, 'accepted');
    expect(await world.bondOf(bondId)).toMatchObject({ borne: '1000000' });
    await world.becomes(id, 'win');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({
      state: 'undone',
      came_back_to: 'operator',
    });
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await world.statesOf(bondId)).toEqual(['succeeded']);
    expect(await suspenseOf(bondId)).toEqual([]);
    expect(await world.oracle()).toEqual([]);
  });
});

test('money that comes back while a proposal waits ends the proposal', async () => {
  const { bondId } = await world.aBond().withVisa();
  const object = await world.refundElsewhere(bondId);
  await world.news();
  mustBeOk(await world.propose((await world.reversalOf(bondId)).id, 'accepted'));
  await fails(object);
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', came_back_to: null });
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });
  expect(await world.oracle()).toEqual([]);
});
