// What is reported of a stay: asked or recorded with a file, decided by two people, and what follows.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LeaveReminders } from '#application';
import { Bonds } from '#bond-escrow';
import { Referrals } from '#breach';
import { StaySettling } from '#departure';
import { addDays, mustBeOk, Temporal } from '#kernel';
import { Database, systemCtx } from '#platform';
import { aTraveller } from '../support/evidence.ts';
import { StayFlow } from '../support/stays.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: StayFlow;

beforeAll(async () => {
  world = await World.start();
  flow = await StayFlow.of(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const today = () => Temporal.Now.plainDateISO('UTC');
const lastBondEvent = async ({ bondId }: TestBond) =>
  (
    await world.one<{ event: string }>(
      'select event from bond_history where owner_id = $1 order by seq desc limit 1',
      bondId,
    )
  ).event;
/** As the rule does for a late departure. */
const refer = ({ bondId }: TestBond, ground: string) =>
  world.worker.get(Database).write(systemCtx('test'), async (tx) => {
    const bond = await world.worker.get(Bonds).lock(tx, bondId);
    await world.worker.get(Bonds).refer(tx, bond!, ground);
  });

test('a longer stay that two people grant moves the last day and all that hangs on it', async () => {
  const posted = await aTraveller(world);
  const before = await flow.standing(posted);
  const until = await flow.extended(posted, 10);
  const after = await flow.standing(posted);
  expect(after).toMatchObject({ bond: 'held', case: 'travelling', leaveBy: `${until}` });
  const moved = (day: string | null) => addDays(Temporal.PlainDate.from(day!), 10).toString();
  expect(after.dueOn).toBe(moved(before.dueOn));
  expect(after.remindOn).toBe(`${addDays(until, -14)}`);
  expect(await world.mailsOf(posted.reference, '^stay')).toEqual(['stay_extended']);
  const { params } = await world.one<{ params: Record<string, string> }>(
    `select params from mail where template = 'stay_extended' and params->>'reference' = $1`,
    posted.reference,
  );
  expect(params.leaveBy).toBe(`${until}`);
});

test('a departure in the time that was added is in time; its reminders come anew', async () => {
  const posted = await aTraveller(world);
  const until = await flow.extended(posted, 20);
  const days = today().until(until).total('days');
  await world.daysLater(days);
  await world.worker.get(LeaveReminders).sweep();
  expect(await world.mailsOf(posted.reference, 'leave_by_reminder')).toHaveLength(1);
  await world.crossed(world.record('departed', posted, { happenedAt: `${until}T00:00:00Z` }));
  await world.daysLater(-days);
  expect(await flow.standing(posted)).toMatchObject({ bond: 'cancelled', case: 'closed' });
});

test('refused by two people, it says why, changes nothing, and another may be asked', async () => {
  const posted = await aTraveller(world);
  const before = await flow.standing(posted);
  const id = await flow.asked(posted);
  mustBeOk(await flow.propose(id, { outcome: 'refuse', reason: 'not_authorised' }));
  expect(mustBeOk(await flow.confirm(id))).toBe('refused');
  expect(await flow.standing(posted)).toEqual(before);
  expect(await world.mailsOf(posted.reference, '^stay')).toEqual(['stay_not_extended']);
  expect(await flow.asked(posted)).not.toBe(id);
});

test('one person alone grants nothing, whatever the roles; another sends it back', async () => {
  const posted = await aTraveller(world);
  const day = addDays(await flow.leaveBy(posted), 10);
  const id = await flow.asked(posted);
  mustBeOk(await flow.propose(id, { outcome: 'accept', day }));
  expect(await flow.confirm(id, flow.ama)).toMatchObject({ code: 'same_person' });
  const back = (who = flow.boubacar) =>
    flow.by(who, (c, tx) => c.second.sendBack(tx, id, 'check_again'));
  expect(await back(flow.ama)).toMatchObject({ code: 'same_person' });
  mustBeOk(await back());
  expect(await flow.rowOf(id)).toMatchObject({ state: 'sent', proposed_by: null });
  mustBeOk(await flow.propose(id, { outcome: 'accept', day }, flow.boubacar));
  mustBeOk(await flow.confirm(id, flow.ama));
  await flow.settle(id);
  await flow.settle(id);
  expect((await flow.standing(posted)).leaveBy).toBe(`${day}`);
});

test('it stops a referral that is open: who may still be here is suspected of nothing', async () => {
  const posted = await aTraveller(world);
  await refer(posted, 'no_departure_record');
  await world.worker.get(Referrals).openAll();
  await flow.extended(posted, 5);
  expect(await flow.standing(posted)).toMatchObject({ bond: 'held', case: 'travelling' });
  expect(await lastBondEvent(posted)).toBe('stay_extended');
});

test('a late departure that becomes one in time returns the bond; one that stays late does not', async () => {
  const late = async () => {
    const posted = await world.aBond().withVisa();
    const admission = world.record('admitted', posted);
    await world.crossed({ ...admission, authorisedUntil: `${today()}` });
    await world.daysLater(3);
    await world.crossed(world.record('departed', posted, { happenedAt: await world.legalNow() }));
    await world.daysLater(-3);
    return posted;
  };
  const excused = await late();
  expect((await flow.standing(excused)).bond).toBe('referred');
  await flow.extended(excused, 3);
  expect(await flow.standing(excused)).toMatchObject({ bond: 'cancelled', case: 'closed' });
  const still = await late();
  await flow.extended(still, 2);
  expect(await flow.standing(still)).toMatchObject({ bond: 'referred', case: 'travelling' });
});

test('what is asked must be longer, has its files, and is sent once at a time', async () => {
  const posted = await aTraveller(world);
  expect(await flow.begun(posted, 0)).toMatchObject({ code: 'not_longer' });
  expect(await flow.begun(posted, 400)).toMatchObject({ code: 'too_far' });
  expect(await flow.addFile(posted)).toMatchObject({ code: 'no_draft' });
  mustBeOk(await flow.begun(posted));
  expect(await flow.send(posted)).toMatchObject({ code: 'no_file' });
  mustBeOk(await flow.addFile(posted));
  mustBeOk(await flow.send(posted));
  expect(await flow.begun(posted)).toMatchObject({ code: 'being_checked' });
});

test('what came meanwhile overtakes it: a departure, or a stay that is as long already', async () => {
  const posted = await aTraveller(world);
  const day = addDays(await flow.leaveBy(posted), 3);
  const own = await flow.asked(posted, 3);
  mustBeOk(await flow.propose(own, { outcome: 'accept', day }));
  mustBeOk(await flow.confirm(own));
  const longer = await flow.recorded(posted, 'extension', addDays(day, 4), flow.boubacar);
  mustBeOk(await flow.confirm(longer, flow.ama));
  await flow.settle(longer);
  await flow.settle(own);
  expect(await flow.rowOf(own)).toMatchObject({ state: 'not_needed' });
  expect((await flow.standing(posted)).leaveBy).toBe(`${addDays(day, 4)}`);
  const other = await flow.asked(posted, 20);
  await world.crossed(world.record('departed', posted));
  await world.worker.get(StaySettling).sweep();
  expect(await flow.rowOf(other)).toMatchObject({ state: 'not_needed' });
});

test('an application to stay is referred to an adjudicator, and nothing is waited for', async () => {
  const posted = await aTraveller(world);
  const id = await flow.recorded(posted, 'application_to_stay', today());
  expect(await flow.confirm(id, flow.ama)).toMatchObject({ code: 'same_person' });
  mustBeOk(await flow.confirm(id));
  await flow.settle(id);
  expect(await flow.standing(posted)).toMatchObject({
    ...{ bond: 'referred', case: 'travelling', dueOn: null },
  });
  await world.worker.get(Referrals).openAll();
  const grounds = await world.rows(
    `select g.code from breach_ground g join breach_file f on f.id = g.file_id
     where f.bond_id = $1`,
    posted.bondId,
  );
  expect(grounds).toEqual([{ code: 'application_to_stay' }]);
});

test.each(['visa_issued', 'travelling', 'referred'])(
  'a death returns the whole bond, and waits for who inherits: %s',
  async (stage) => {
    const posted =
      stage === 'visa_issued' ? await world.aBond().withVisa() : await aTraveller(world);
    if (stage === 'referred') await refer(posted, 'late');
    // Where the consulate is, today may not have begun.
    const day = stage === 'visa_issued' ? addDays(today(), -1) : today();
    const id = await flow.recorded(posted, 'death', day);
    mustBeOk(await flow.confirm(id));
    await flow.settle(id);
    await flow.settle(id);
    expect(await flow.standing(posted)).toMatchObject({ bond: 'cancelled', case: 'closed' });
    const refunds = await world.rows(
      `select r.rule, r.amount_minor, r.waits_because, d.state from refund r
       join disbursement d on d.refund_id = r.id where r.bond_id = $1`,
      posted.bondId,
    );
    expect(refunds).toEqual([
      { rule: 'R15e', amount_minor: '1000000', waits_because: 'payer_died', state: 'due' },
    ]);
  },
);

test('what an officer records, the traveller does not see; nor its file', async () => {
  const posted = await aTraveller(world);
  const id = await flow.recorded(posted, 'death', today());
  const { portal } = world;
  const seen = await portal
    .get(Database)
    .read(posted.applicant.ctx, (tx) =>
      tx.query(`select id from stay_fact where id = $1 union all select id from upload`, [id]),
    );
  expect(seen).toEqual([]);
});
