// Every way out, as far as a worker has a part in it.
import { Cases } from '#application';
import { Withdrawals } from '#bond-escrow';
import { Rulings } from '#breach';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { EvidenceFlow, aTraveller } from '../../../test/support/evidence.ts';
import { aRow, ImportFlow } from '../../../test/support/imports.ts';
import { StayFlow } from '../../../test/support/stays.ts';
import type { TestBond } from '../../../test/support/world/bonds.ts';
import { SuspenseStory } from '../../../test/support/world/suspense.ts';
import type { World } from '../../../test/support/world/world.ts';
import type { Flow, Stage } from '../flow.ts';

const withdraw = ({ world }: Stage, { applicant, caseId }: TestBond) =>
  world.as(world.portal, applicant.ctx, async (tx) => {
    const row = await world.portal.get(Cases).lock(tx, caseId);
    return world.portal.get(Withdrawals).withdraw(tx, row);
  });

/** Cancelled, sent, and at the bank as far as the processor knows. */
export async function returned(world: World, card?: 'refundLater') {
  const bond = await world.aBond().cancelled(card);
  await world.send(bond.disbursementId);
  await world.news();
  return bond;
}

/** The legal date is the day after that one, and every port has stated its records through it. */
async function allRecordsAreIn(world: World, day: string): Promise<void> {
  const today = Temporal.PlainDate.from((await world.legalNow()).slice(0, 10));
  await world.daysLater(today.until(day).total('days') + 1);
  await world.replacePost();
  await world.complete(day);
}

const dueOf = async (world: World, { caseId }: TestBond): Promise<string> =>
  (
    await world.one<{ due: string }>(
      'select due_on::text as due from visa where case_id = $1',
      caseId,
    )
  ).due;

const refusedEntry: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().withVisa();
    return { bond, begin: () => world.report(world.record('refused', bond)) };
  },
};

const departure: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().withVisa();
    await world.crossed(world.record('admitted', bond));
    return { bond, begin: () => world.report(world.record('departed', bond)) };
  },
};

const broughtIn: Flow = {
  ready: async ({ world }) => {
    const bond = await aTraveller(world);
    const flow = await ImportFlow.of(world);
    const id = await flow.checked(aRow('departed', bond));
    return { bond, begin: async () => mustBeOk(await flow.confirm(id)) };
  },
};

const suspenseReturned: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().opened();
    const story = await SuspenseStory.of(world);
    const { id } = await story.cameFor(bond, 999_999);
    const proposal = mustBeOk(await story.giveBack(id));
    return { bond, begin: async () => mustBeOk(await story.approve(proposal.id)) };
  },
};

const suspenseMatched: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().signed();
    const story = await SuspenseStory.of(world);
    const { id } = await story.stray();
    const proposal = mustBeOk(await story.match(id, bond.reference));
    return { bond, begin: async () => mustBeOk(await story.approve(proposal.id)) };
  },
};

const death: Flow = {
  ready: async ({ world }) => {
    const bond = await aTraveller(world);
    const flow = await StayFlow.of(world);
    const id = await flow.recorded(bond, 'death', dayIn(Temporal.Now.instant(), 'UTC'));
    return { bond, begin: async () => mustBeOk(await flow.confirm(id)) };
  },
};

const lateRefund: Flow = {
  ready: async ({ world }) => {
    await world.later(); // nothing of other bonds is due then
    await world.news();
    const bond = await returned(world, 'refundLater');
    return { bond, begin: () => world.later() };
  },
};

const refundFails: Flow = {
  ready: async ({ world }) => {
    const bond = await returned(world);
    const { id } = (await world.refundsOf(bond.bondId))[0]!;
    return { bond, begin: () => world.control(`refunds/${id}/fail`, { reason: 'unknown' }) };
  },
};

const withdrawal: Flow = {
  ready: async (stage) => {
    const bond = await stage.world.aBond().held();
    return { bond, begin: async () => mustBeOk(await withdraw(stage, bond)) };
  },
};

const withdrawalBeforePaying: Flow = {
  ready: async (stage) => {
    const bond = await stage.world.aBond().opened();
    return { bond, begin: async () => mustBeOk(await withdraw(stage, bond)) };
  },
};

const lapse: Flow = {
  sweeps: ['lapses'],
  ready: async ({ world }) => {
    const bond = await world.aBond().signed();
    return { bond, begin: () => world.daysLater(32) };
  },
};

const unusedVisa: Flow = {
  sweeps: ['visas never used'],
  ready: async ({ world }) => {
    const bond = await world.aBond().withVisa();
    return { bond, begin: async () => allRecordsAreIn(world, await dueOf(world, bond)) };
  },
};

const silence: Flow = {
  sweeps: ['departures never recorded'],
  ready: async ({ world }) => {
    const bond = await aTraveller(world);
    return { bond, begin: async () => allRecordsAreIn(world, await dueOf(world, bond)) };
  },
};

const evidence: Flow = {
  ready: async ({ world }) => {
    const flow = await EvidenceFlow.of(world);
    const bond = await aTraveller(world);
    const id = await flow.sent(bond);
    mustBeOk(await flow.proposeAccept(id));
    return { bond, begin: async () => mustBeOk(await flow.confirm(id)) };
  },
};

const lateDeparture: Flow = {
  sweeps: ['referrals without a file'],
  ready: async ({ world }) => {
    const bond = await world.aBond().withVisa();
    const admission = world.record('admitted', bond);
    await world.crossed({ ...admission, authorisedUntil: admission.happenedAt.slice(0, 10) });
    const begin = async () => {
      await world.daysLater(2);
      await world.report(world.record('departed', bond, { happenedAt: await world.legalNow() }));
    };
    return { bond, begin };
  },
};

const breach: Flow = {
  ready: async ({ world, story }) => {
    const bond = await story.noticed();
    await world.daysLater(15);
    const id = await story.proposed(bond, 'part', 300_000n);
    const approve = () =>
      story.as(story.people.second, 'officer', (tx) =>
        world.officer.get(Rulings).approve(tx, id, 'adjudication'),
      );
    return { bond, begin: async () => mustBeOk(await approve()) };
  },
};

const forfeit: Flow = {
  sweeps: ['windows to appeal that are over'],
  ready: async ({ world, story }) => {
    const bond = await story.decided('part', 300_000n);
    await story.sent(bond);
    return { bond, begin: () => world.daysLater(31) };
  },
};

const overturned: Flow = {
  ready: async ({ world, story }) => {
    const bond = await story.decided('full');
    await story.appealed(bond);
    const id = await story.judgement(bond, 'overturned');
    const approve = () =>
      story.as(story.people.otherMember, 'officer', (tx) =>
        world.officer.get(Rulings).approve(tx, id, 'appeal'),
      );
    return { bond, begin: async () => mustBeOk(await approve()) };
  },
};

const reversal: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().held();
    await world.refundElsewhere(bond.bondId);
    await world.news();
    const { id } = await world.reversalOf(bond.bondId);
    mustBeOk(await world.propose(id, 'post_again'));
    return { bond, begin: async () => mustBeOk(await world.approve(id)) };
  },
};

export const waysOut = {
  ...{ departure, 'refused entry': refusedEntry, 'brought in': broughtIn },
  ...{ 'late refund': lateRefund, 'refund that fails': refundFails },
  ...{ withdrawal, 'withdrawal before paying': withdrawalBeforePaying, lapse },
  ...{ 'unused visa': unusedVisa, silence, evidence, death },
  ...{ 'late departure': lateDeparture, breach, forfeit, overturned, reversal },
  ...{ 'suspense returned': suspenseReturned, 'suspense matched': suspenseMatched },
} satisfies Readonly<Record<string, Flow>>;
