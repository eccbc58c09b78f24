// A departure that no border record proves: sent by the traveller, compared by one officer, confirmed
// by another, and the bond goes back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Bonds } from '#bond-escrow';
import { CaseQueries } from '#application';
import { EvidenceRequests, EvidenceSettling } from '#departure';
import { mustBeOk, Temporal } from '#kernel';
import { Database, systemCtx } from '#platform';
import { aTraveller, EvidenceFlow } from '../support/evidence.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: EvidenceFlow;

beforeAll(async () => {
  world = await World.start();
  flow = await EvidenceFlow.of(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const settle = (id: string) => world.worker.get(EvidenceSettling).settle(id);
const standing = (bondId: string) =>
  world.one<{ bond: string; case: string; departed: string | null }>(
    `select b.state as bond, c.state as "case", v.departed_on::text as departed from bond b
     join visa_case c on c.id = b.case_id join visa v on v.case_id = c.id where b.id = $1`,
    bondId,
  );
const TODAY = Temporal.Now.plainDateISO('UTC');

test('accepted by two people, it returns the bond to its payer, whole', async () => {
  const posted = await aTraveller(world);
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(id));
  expect(await standing(posted.bondId)).toMatchObject({ bond: 'held', case: 'travelling' });
  expect(mustBeOk(await flow.confirm(id))).toBe('accepted');
  expect(
    await world.rows(`select name from pgboss.job where data->>'evidenceId' = $1`, id),
  ).toEqual([{ name: 'evidence.settle' }]);
  await settle(id);
  await settle(id);
  expect(await standing(posted.bondId)).toEqual({
    ...{ bond: 'cancelled', case: 'closed', departed: `${TODAY}` },
  });
  const [refund] = await world.rows(
    `select r.rule, r.amount_minor, d.requested_by, d.approved_by, d.rule as by_rule
     from refund r join ledger.decision d on d.id = r.decision_id where r.bond_id = $1`,
    posted.bondId,
  );
  expect(refund).toEqual({
    ...{ rule: 'R15a', amount_minor: '1000000', by_rule: null },
    ...{ requested_by: flow.ama.accountId, approved_by: flow.boubacar.accountId },
  });
  await world.send(await world.openDisbursement(posted.bondId));
  expect(await world.refundsOf(posted.bondId)).toHaveLength(1);
  expect(await world.mailsOf(posted.reference, '^refund')).toEqual([
    'refund_started',
    'refund_succeeded',
  ]);
});

test('refused by two people, it says why, costs nothing, and another may be sent', async () => {
  const posted = await aTraveller(world);
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeRefuse(id, 'another_person'));
  expect(mustBeOk(await flow.confirm(id))).toBe('refused');
  expect(await flow.rowOf(id)).toMatchObject({
    state: 'refused',
    refusal_reason: 'another_person',
  });
  expect(await standing(posted.bondId)).toMatchObject({ bond: 'held', case: 'travelling' });
  expect(await world.mailsOf(posted.reference, '^evidence')).toEqual(['evidence_refused']);
  expect(await flow.sent(posted)).not.toBe(id);
});

test('one person alone returns nothing, whatever the roles; another sends it back', async () => {
  const posted = await aTraveller(world);
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(id));
  expect(await flow.confirm(id, flow.ama)).toMatchObject({ code: 'same_person' });
  const back = (who = flow.boubacar) =>
    flow.by(who, (c, tx) => c.second.sendBack(tx, id, 'check_again'));
  expect(await back(flow.ama)).toMatchObject({ code: 'same_person' });
  mustBeOk(await back());
  expect(await flow.rowOf(id)).toMatchObject({
    state: 'sent',
    proposed_by: null,
    decision_id: null,
  });
  // Whoever sent it back may be the first of the next two.
  mustBeOk(await flow.proposeAccept(id, flow.boubacar));
  mustBeOk(await flow.confirm(id, flow.ama));
  await settle(id);
  expect((await standing(posted.bondId)).bond).toBe('cancelled');
});

test('late proof frees a bond that was referred', async () => {
  const posted = await aTraveller(world);
  const { worker } = world;
  await worker.get(Database).write(systemCtx('test'), async (tx) => {
    const bond = await worker.get(Bonds).lock(tx, posted.bondId);
    await worker.get(Bonds).refer(tx, bond!, 'late');
  });
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(id));
  mustBeOk(await flow.confirm(id));
  await settle(id);
  expect((await standing(posted.bondId)).bond).toBe('cancelled');
  const [last] = await world.rows(
    'select event from bond_history where owner_id = $1 order by seq desc limit 1',
    posted.bondId,
  );
  expect(last).toEqual({ event: 'late_proof_accepted' });
});

test('a border record that comes meanwhile decides; the evidence is not needed any more', async () => {
  const posted = await aTraveller(world);
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(id));
  await world.crossed(world.record('departed', posted));
  expect(await flow.by(flow.boubacar, (c, tx) => c.second.confirm(tx, id))).toMatchObject({
    code: 'money_left_elsewhere',
  });
  await world.worker.get(EvidenceSettling).sweep();
  expect(await flow.rowOf(id)).toMatchObject({ state: 'not_needed' });
  expect(await world.rows('select id from refund where bond_id = $1', posted.bondId)).toHaveLength(
    1,
  );
});

test('what is claimed must be possible, has its files, and is sent once at a time', async () => {
  const posted = await aTraveller(world);
  expect(await flow.claim(posted, TODAY.add({ days: 2 }))).toMatchObject({ code: 'in_the_future' });
  expect(await flow.claim(posted, TODAY.subtract({ days: 9 }))).toMatchObject({
    code: 'before_admission',
  });
  expect(await flow.addFile(posted)).toMatchObject({ code: 'no_draft' });
  mustBeOk(await flow.claim(posted));
  expect(await flow.send(posted)).toMatchObject({ code: 'no_file' });
  for (let n = 0; n < 5; n++) mustBeOk(await flow.addFile(posted));
  expect(await flow.addFile(posted)).toMatchObject({ code: 'too_many' });
  mustBeOk(await flow.send(posted));
  expect(await flow.claim(posted)).toMatchObject({ code: 'being_checked' });
  expect(await flow.addFile(posted)).toMatchObject({ code: 'no_draft' });
  const visa = await world.aBond().withVisa();
  expect(await flow.claim(visa)).toMatchObject({ code: 'not_travelling' });
});

test('who was asked for proof has time while officers look, and is asked no more once it is proved', async () => {
  const posted = await aTraveller(world);
  const { worker } = world;
  await worker.get(Database).write(systemCtx('test'), async (tx) => {
    const theCase = (await worker.get(CaseQueries).byId(tx, posted.caseId))!;
    const bond = await worker.get(Bonds).lock(tx, posted.bondId);
    await worker.get(EvidenceRequests).open(tx, theCase, bond!);
  });
  const asked = () =>
    world.one<{ stands: boolean; outcome: string | null }>(
      `select answered_at is not null as stands, outcome from evidence_request where case_id = $1`,
      posted.caseId,
    );
  const first = await flow.sent(posted);
  expect(await asked()).toEqual({ stands: true, outcome: null });
  mustBeOk(await flow.proposeRefuse(first));
  mustBeOk(await flow.confirm(first));
  expect(await asked()).toEqual({ stands: false, outcome: null });
  const second = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(second));
  mustBeOk(await flow.confirm(second));
  await settle(second);
  expect(await asked()).toMatchObject({ outcome: 'proved' });
  expect((await standing(posted.bondId)).bond).toBe('cancelled');
});
