// A refund that somebody made outside the program (R35): booked as what it is, visa and refund stop,
// and two people of the treasury settle it. Three sides each time: rows, books, calls and mail.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Cases } from '#application';
import { Database, schemaDrift, systemCtx } from '#platform';
import {
  Disbursements,
  refundEntities,
  RefundQueries,
  ReversalQueries,
  Settlements,
  Settling,
} from '#refund';
import { oracleIsClean } from '../support/database.ts';
import { RefundWorld, type Posted } from '../support/refund-world.ts';
import { somebody, type Somebody } from './application-world.ts';

let world: RefundWorld;
let ama: Somebody;
let boubacar: Somebody;
beforeAll(async () => {
  world = await RefundWorld.start();
  ama = await somebody(world.db, 'staff');
  boubacar = await somebody(world.db, 'staff');
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const bondOf = (bondId: string) =>
  world.one<{ state: string; case_state: string; held: string; reserved: string; borne: string }>(
    `select b.state, c.state as case_state, l.held, l.reserved, l.borne from bond b
     join visa_case c on c.id = b.case_id join ledger.bond l on l.owner_id = b.id where b.id = $1`,
    bondId,
  );
const statesOf = async (bondId: string) =>
  (
    await world.rows<{ state: string }>(
      `select d.state from disbursement d join refund r on r.id = d.refund_id
       where r.bond_id = $1 order by d.attempt`,
      bondId,
    )
  ).map((d) => d.state);
const mailsOf = async (reference: string) =>
  (
    await world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1
       and (template like 'refund%' or template = 'bond_required') order by created_at`,
      reference,
    )
  ).map((m) => m.template);
const reversalOf = (bondId: string) =>
  world.one<{ id: string; state: string; money: string; outcome: string | null }>(
    'select id, state, money, outcome from reversal where bond_id = $1 order by id desc limit 1',
    bondId,
  );

/** In the processor's own dashboard: none of our metadata. */
async function refundElsewhere(bondId: string, amount?: number): Promise<string> {
  const { pi } = await world.one<{ pi: string }>(
    `select processor_payment_id as pi from payment where bond_id = $1 and state = 'paid'`,
    bondId,
  );
  const made = await world.stripe<{ id: string }>('refunds', 'POST', {
    payment_intent: pi,
    ...(amount && { amount: `${amount}` }),
  });
  return made.id;
}

const asOfficer = <T>(who: Somebody, work: (s: Settlements) => (tx: never) => Promise<T>) => {
  const { officer } = world.apps;
  return officer.get(Database).write(who.ctx, (tx) => work(officer.get(Settlements))(tx as never));
};
const propose = (id: string, outcome: string, who = ama) =>
  asOfficer(who, (s) => (tx) => s.propose(tx, id, outcome));
const approve = (id: string, who = boubacar) => asOfficer(who, (s) => (tx) => s.approve(tx, id));

async function settled(bondId: string, outcome: string): Promise<void> {
  const { id } = await reversalOf(bondId);
  mustBeOk(await propose(id, outcome));
  mustBeOk(await approve(id));
  await world.worker(Settling).settle(id);
  expect(await reversalOf(bondId)).toMatchObject({ state: 'settled', outcome });
}
const issueVisa = ({ caseId }: Posted) => {
  const { officer } = world.apps;
  return officer
    .get(Database)
    .write(world.officerOnDuty.ctx, (tx) => officer.get(Cases).issueVisa(tx, caseId));
};
const clean = async () => expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);

describe('before the visa', () => {
  test('a whole refund: booked, no visa, and the bond is to be posted again', async () => {
    const posted = await world.aHeldBond();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId);
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '0', borne: '0' });
    expect(await reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    expect(await world.rows(`select id from processor_event where state = 'parked'`)).toEqual([]);
    await expect(issueVisa(posted)).rejects.toThrow('row-level security');
    await clean();

    // A bond of nothing cannot be accepted before a visa.
    const { id } = await reversalOf(bondId);
    expect(await propose(id, 'accepted')).toMatchObject({ code: 'outcome_not_possible' });
    await settled(bondId, 'post_again');
    expect(await bondOf(bondId)).toMatchObject({ state: 'required', case_state: 'bond_required' });
    expect(await mailsOf(reference)).toEqual(['bond_required', 'bond_required']);
    await clean();
    // Asked again on the day on which it was signed, its terms are the same: the signature stands.
    await world.pay(await world.startPaying(posted));
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });
    await clean();
    mustBeOk(await issueVisa(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openAttempt(bondId));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  }, 60_000);

  test('a part: two people accept what is left, and that much goes back in the end', async () => {
    const posted = await world.aHeldBond();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId, 400_000);
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '600000' });
    await settled(bondId, 'accepted');
    await clean();
    mustBeOk(await issueVisa(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openAttempt(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([600_000, 400_000]);
    expect(await bondOf(bondId)).toMatchObject({
      state: 'closed',
      case_state: 'closed',
      held: '0',
    });
    expect(await mailsOf(reference)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
  });
});

describe('with the visa', () => {
  test('a departure while it is open ends the case; what is left is returned once it is settled', async () => {
    const posted = await world.aVisa();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId, 250_000);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'cancelled', case_state: 'closed' });
    expect(await statesOf(bondId)).toEqual([]);
    await clean();
    await settled(bondId, 'accepted');
    expect(await statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openAttempt(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([750_000, 250_000]);
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await mailsOf(reference)).not.toContain('refund_failed');
  });

  test('a whole refund that is accepted leaves no bond, and the departure still ends the case', async () => {
    const posted = await world.aVisa();
    const { bondId } = posted;
    await refundElsewhere(bondId);
    await world.news();
    await settled(bondId, 'accepted');
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    const calls = (await world.refundCalls()).length;
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', case_state: 'closed' });
    expect(await world.refundCalls()).toHaveLength(calls);
  });

  test('one that fails gives everything back, and what it stopped goes on by itself', async () => {
    const posted = await world.aVisa();
    const { bondId } = posted;
    const object = await refundElsewhere(bondId);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'cancelled', held: '0' });
    await world.control(`refunds/${object}/fail`, { reason: 'declined' });
    await world.news();
    expect(await reversalOf(bondId)).toMatchObject({ state: 'undone', money: 'back' });
    expect(await statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openAttempt(bondId));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  });
});

describe('after the departure, while our refund is about to leave', () => {
  test.each([
    ['the news comes first: our attempt is withdrawn', true],
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

  test('a part: the attempt is refused, the rest is returned by another', async () => {
    const posted = await world.aCancelledBond();
    const { bondId, reference, disbursementId } = posted;
    await refundElsewhere(bondId, 100_000);
    await world.send(disbursementId);
    expect(await statesOf(bondId)).toEqual(['failed']);
    expect(await trackerOf(posted)).toMatchObject({ next: 'we_check', failures: [] });
    await settled(bondId, 'accepted');
    expect(await statesOf(bondId)).toEqual(['failed', 'due']);
    const second = await world.openAttempt(bondId);
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

test('metadata that was copied makes no attempt of ours of it', async () => {
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

test('entities and schema agree', async () => {
  const drift = await schemaDrift(world.db.adminUrl, refundEntities);
  expect(drift.filter((sql) => !/DROP CONSTRAINT/.test(sql))).toEqual([]);
});
