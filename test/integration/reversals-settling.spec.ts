// The same while our own refund is about to leave, and what two people of the treasury may decide
// (R35).
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database, systemCtx } from '#platform';
import { ReversalQueries, Settlements, Settling } from '#refund';
import { World } from '../support/world/world.ts';

/** Of money that left and came back. */
const MAILS = '^(refund|bond_required)';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

describe('after the departure, while our refund is about to leave', () => {
  test.each([
    ['the news comes first: our disbursement is withdrawn', true],
    ['the call comes first: the processor refuses it, and its refunds are asked for', false],
  ])('%s', async (_, newsFirst) => {
    const posted = await world.aBond().cancelled();
    const { bondId, reference, disbursementId } = posted;
    await world.refundElsewhere(bondId);
    if (newsFirst) await world.news();
    await world.send(disbursementId);
    expect(await world.statesOf(bondId)).toEqual([newsFirst ? 'canceled' : 'failed']);
    expect(await world.bondOf(bondId)).toEqual({
      ...{ state: 'cancelled', case_state: 'closed', held: '0', reserved: '0', borne: '0' },
    });
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    // Nobody is offered to send it again, and nobody who has his money hears that it failed.
    expect(await world.mailsOf(reference, MAILS)).toEqual(['bond_required', 'refund_started']);
    await world.news();
    expect(await world.rows('select id from reversal where bond_id = $1', bondId)).toHaveLength(1);
    expect(await world.oracle()).toEqual([]);
    await world.settled(bondId, 'accepted');
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await world.statesOf(bondId)).toHaveLength(1);
    expect(await world.mailsOf(reference, MAILS)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([1_000_000]);
    const tracker = await world.trackerOf(posted);
    expect(tracker).toMatchObject({ next: 'nothing', failures: [] });
    expect(tracker!.returnedOn).not.toBeNull();
  });

  test('a part: the disbursement is refused, the rest is returned by another', async () => {
    const posted = await world.aBond().cancelled();
    const { bondId, reference, disbursementId } = posted;
    await world.refundElsewhere(bondId, 100_000);
    await world.send(disbursementId);
    expect(await world.statesOf(bondId)).toEqual(['failed']);
    expect(await world.trackerOf(posted)).toMatchObject({ next: 'we_check', failures: [] });
    await world.settled(bondId, 'accepted');
    expect(await world.statesOf(bondId)).toEqual(['failed', 'due']);
    const second = await world.openDisbursement(bondId);
    mustBeOk(await world.approveDisbursement(second));
    await world.send(second);
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([900_000, 100_000]);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await world.mailsOf(reference, MAILS)).not.toContain('refund_failed');
  });
});

test('metadata that was copied makes no disbursement of ours of it', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const { pi } = await world.one<{ pi: string }>(
    'select processor_payment_id as pi from payment where bond_id = $1',
    bondId,
  );
  await world.stripe('refunds', 'POST', {
    ...{ payment_intent: pi, amount: '5000', 'metadata[disbursement_id]': disbursementId },
  });
  await world.news();
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
  expect(await world.oracle()).toEqual([]);
});

test('money in suspense that was returned elsewhere is gone from suspense', async () => {
  const stray = await world.control<{ id: string }>('payment_intents', {
    ...{ amount: 70_000, currency: 'usd' },
  });
  await world.news();
  await world.stripe('refunds', 'POST', { payment_intent: stray.id });
  await world.news();
  const row = await world.one<{ id: string; bond_id: string | null; held: string }>(
    `select v.id, v.bond_id, a.held from reversal v
     join ledger.account a on a.owner_id = v.received_payment_id
     where v.processor_payment_id = $1`,
    stray.id,
  );
  expect(row).toMatchObject({ bond_id: null, held: '0' });
  mustBeOk(await world.propose(row.id, 'accepted'));
  mustBeOk(await world.approve(row.id));
  await world.worker.get(Settling).settle(row.id);
  expect(await world.oracle()).toEqual([]);
});

describe('two people settle, each in his own name', () => {
  test('one cannot approve what one proposed, nor write in another’s name', async () => {
    const { bondId } = await world.aBond().withVisa();
    await world.refundElsewhere(bondId);
    await world.news();
    const { id } = await world.reversalOf(bondId);
    mustBeOk(await world.propose(id, 'accepted'));
    const [ama, boubacar] = await world.treasury();
    expect(await world.approve(id, ama)).toMatchObject({ ok: false, code: 'same_person' });
    expect(await world.propose(id, 'accepted', boubacar)).toMatchObject({ code: 'wrong_state' });
    const tries = (set: string) =>
      world.asOfficer(boubacar, (tx) => tx.query(`update reversal set ${set} where id = $1`, [id]));
    await expect(tries(`proposed_by = '${boubacar.accountId}'`)).rejects.toThrow('own name');
    await expect(tries(`approved_by = '${world.staff.accountId}'`)).rejects.toThrow('own name');
    await expect(tries(`state = 'settled'`)).rejects.toThrow(/row-level security|check/);
    await expect(tries('amount_minor = 1')).rejects.toThrow('permission denied');
    const settlements = world.officer.get(Settlements);
    mustBeOk(await world.asOfficer(boubacar, (tx) => settlements.decline(tx, id)));
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', outcome: null });
  });

  test('the job of a decision that was lost is put again', async () => {
    const { bondId } = await world.aBond().withVisa();
    await world.refundElsewhere(bondId);
    await world.news();
    const { id } = await world.reversalOf(bondId);
    mustBeOk(await world.propose(id, 'accepted'));
    mustBeOk(await world.approve(id));
    await world.rows(`delete from pgboss.job where data->>'reversalId' = $1`, id);
    await world.rows(
      `update reversal set state_since = now() - interval '1 hour' where id = $1`,
      id,
    );
    expect(await world.worker.get(Settling).sweep()).toBe(1);
    await world.worker.get(Settling).settle(id);
    await world.worker.get(Settling).settle(id);
    const { history } = (await world.worker
      .get(Database)
      .read(systemCtx('t'), (tx) => world.worker.get(ReversalQueries).one(tx, id)))!;
    expect(history.map((h) => h.event)).toEqual(['proposed', 'approved', 'settled']);
  });
});
