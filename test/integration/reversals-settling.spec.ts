// The same while our own refund is about to leave, and what two people of the treasury may decide
// (R35).
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database, systemCtx } from '#platform';
import { Disbursements, RefundQueries, ReversalQueries, Settling } from '#refund';
import type { Posted } from '../support/bond-world.ts';
import {
  ama,
  approve,
  asOfficer,
  bondOf,
  boubacar,
  clean,
  mailsOf,
  propose,
  refundElsewhere,
  reversalOf,
  settled,
  startWorld,
  statesOf,
  world,
} from './reversals-world.ts';

beforeAll(startWorld, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

describe('after the departure, while our refund is about to leave', () => {
  test.each([
    ['the news comes first: our disbursement is withdrawn', true],
    ['the call comes first: the processor refuses it, and its refunds are asked for', false],
  ])('%s', async (_, newsFirst) => {
    const posted = await world.aCancelledBond();
    const { bondId, reference, disbursementId } = posted;
    await refundElsewhere(bondId);
    if (newsFirst) await world.news();
    await world.send(disbursementId);
    expect(await statesOf(bondId)).toEqual([newsFirst ? 'canceled' : 'failed']);
    expect(await bondOf(bondId)).toEqual({
      ...{ state: 'cancelled', case_state: 'closed', held: '0', reserved: '0', borne: '0' },
    });
    expect(await reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    // Nobody is offered to send it again, and nobody who has his money hears that it failed.
    expect(await mailsOf(reference)).toEqual(['bond_required', 'refund_started']);
    await world.news();
    expect(await world.rows('select id from reversal where bond_id = $1', bondId)).toHaveLength(1);
    await clean();
    await settled(bondId, 'accepted');
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await statesOf(bondId)).toHaveLength(1);
    expect(await mailsOf(reference)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([1_000_000]);
    const tracker = await trackerOf(posted);
    expect(tracker).toMatchObject({ next: 'nothing', failures: [] });
    expect(tracker!.returnedOn).not.toBeNull();
  });

  test('a part: the disbursement is refused, the rest is returned by another', async () => {
    const posted = await world.aCancelledBond();
    const { bondId, reference, disbursementId } = posted;
    await refundElsewhere(bondId, 100_000);
    await world.send(disbursementId);
    expect(await statesOf(bondId)).toEqual(['failed']);
    expect(await trackerOf(posted)).toMatchObject({ next: 'we_check', failures: [] });
    await settled(bondId, 'accepted');
    expect(await statesOf(bondId)).toEqual(['failed', 'due']);
    const second = await world.openDisbursement(bondId);
    const { officer } = world.apps;
    mustBeOk(
      await officer
        .get(Database)
        .write(ama.ctx, (tx) => officer.get(Disbursements).approve(tx, second)),
    );
    await world.send(second);
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([900_000, 100_000]);
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await mailsOf(reference)).not.toContain('refund_failed');
  });
});

function trackerOf({ applicant, caseId }: Posted) {
  const { portal } = world.apps;
  return portal
    .get(Database)
    .read(applicant.ctx, (tx) => portal.get(RefundQueries).tracker(tx, caseId));
}

test('metadata that was copied makes no disbursement of ours of it', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  const { pi } = await world.one<{ pi: string }>(
    'select processor_payment_id as pi from payment where bond_id = $1',
    bondId,
  );
  await world.stripe('refunds', 'POST', {
    ...{ payment_intent: pi, amount: '5000', 'metadata[disbursement_id]': disbursementId },
  });
  await world.news();
  expect(await reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
  await clean();
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
  mustBeOk(await propose(row.id, 'accepted'));
  mustBeOk(await approve(row.id));
  await world.worker(Settling).settle(row.id);
  await clean();
});

describe('two people settle, each in his own name', () => {
  test('one cannot approve what one proposed, nor write in another’s name', async () => {
    const { bondId } = await world.aVisa();
    await refundElsewhere(bondId);
    await world.news();
    const { id } = await reversalOf(bondId);
    mustBeOk(await propose(id, 'accepted'));
    expect(await approve(id, ama)).toMatchObject({ ok: false, code: 'same_person' });
    expect(await propose(id, 'accepted', boubacar)).toMatchObject({ code: 'wrong_state' });
    const { officer } = world.apps;
    const tries = (set: string) =>
      officer
        .get(Database)
        .write(boubacar.ctx, (tx) => tx.query(`update reversal set ${set} where id = $1`, [id]));
    await expect(tries(`proposed_by = '${boubacar.accountId}'`)).rejects.toThrow('own name');
    await expect(tries(`approved_by = '${world.officerOnDuty.accountId}'`)).rejects.toThrow(
      'own name',
    );
    await expect(tries(`state = 'settled'`)).rejects.toThrow(/row-level security|check/);
    await expect(tries('amount_minor = 1')).rejects.toThrow('permission denied');
    mustBeOk(await asOfficer(boubacar, (s) => (tx) => s.decline(tx, id)));
    expect(await reversalOf(bondId)).toMatchObject({ state: 'open', outcome: null });
  });

  test('the job of a decision that was lost is put again', async () => {
    const { bondId } = await world.aVisa();
    await refundElsewhere(bondId);
    await world.news();
    const { id } = await reversalOf(bondId);
    mustBeOk(await propose(id, 'accepted'));
    mustBeOk(await approve(id));
    await world.rows(`delete from pgboss.job where data->>'reversalId' = $1`, id);
    await world.rows(
      `update reversal set state_since = now() - interval '1 hour' where id = $1`,
      id,
    );
    expect(await world.worker(Settling).sweep()).toBe(1);
    await world.worker(Settling).settle(id);
    await world.worker(Settling).settle(id);
    const { history } = (await world
      .worker(Database)
      .read(systemCtx('t'), (tx) => world.worker(ReversalQueries).one(tx, id)))!;
    expect(history.map((h) => h.event)).toEqual(['proposed', 'approved', 'settled']);
  });
});
