// Every dispute: what the payer's bank does, and what is answered.
import { AppealWindows } from '#breach';
import { mustBeOk } from '#kernel';
import type { TestBond } from '../../../test/support/world/bonds.ts';
import { DisputeStory } from '../../../test/support/world/disputes.ts';
import type { World } from '../../../test/support/world/world.ts';
import type { Flow, Stage } from '../flow.ts';
import { debited, settles } from './payments.ts';
import { returned } from './ways-out.ts';

/** How a bond stands when it begins. */
type Before = (stage: Stage) => Promise<TestBond>;

const held: Before = ({ world }) => world.aBond().held();
const withVisa: Before = ({ world }) => world.aBond().withVisa();
const byDebit: Before = async ({ world }) => {
  const bond = await debited(world);
  await settles(world, bond);
  await world.news();
  return bond;
};
const forfeited: Before = async ({ world, story }) => {
  const bond = await story.decided('full');
  await world.daysLater(32);
  await world.worker.get(AppealWindows).sweep();
  return bond;
};

/** The payer's bank opens one, of this kind. */
const opened = (before: Before, more: object = {}): Flow => ({
  ready: async (stage) => {
    const bond = await before(stage);
    return { bond, begin: () => stage.world.dispute(bond.bondId, more) };
  },
});

/** It is known here, and the bank decides. */
const decided = (before: Before, how: 'win' | 'lose'): Flow => ({
  ready: async (stage) => {
    const bond = await before(stage);
    const id = await stage.world.dispute(bond.bondId);
    await stage.world.news();
    return { bond, begin: () => stage.world.becomes(id, how) };
  },
});

/** It is opened and lost before anybody has heard of it. */
const lostAtOnce: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().withVisa();
    const begin = async () => world.becomes(await world.dispute(bond.bondId), 'lose');
    return { bond, begin };
  },
};

async function disputed(world: World): Promise<TestBond> {
  const bond = await world.aBond().held();
  await world.dispute(bond.bondId);
  await world.news();
  return bond;
}

const answered: Flow = {
  ready: async ({ world }) => {
    const bond = await disputed(world);
    const story = new DisputeStory(world);
    const id = await story.prepared((await story.of(bond.bondId)).id);
    return { bond, begin: () => story.order(id) };
  },
};

const givenUp: Flow = {
  ready: async ({ world }) => {
    const bond = await disputed(world);
    const story = new DisputeStory(world);
    const [first, second] = await world.treasury();
    const { id } = await story.of(bond.bondId);
    mustBeOk(await world.asOfficer(first, (tx) => story.answers.accept(tx, id)));
    const answer = await story.newest(id);
    return { bond, begin: () => story.order(answer, second) };
  },
};

const warned: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().held();
    return { bond, begin: () => world.warn(bond.bondId) };
  },
};

export const disputes = {
  ...{
    dispute: lostAtOnce,
    'dispute opened': opened(held),
    question: opened(held, { inquiry: true }),
  },
  ...{ 'dispute won': decided(withVisa, 'win'), 'dispute lost': decided(withVisa, 'lose') },
  'dispute after the refund': opened(({ world }) => returned(world)),
  'dispute lost after the refund': decided(({ world }) => returned(world), 'lose'),
  'dispute of a refund under way': {
    ...opened(({ world }) => returned(world, 'refundLater')),
    // The refund fails at the processor for the dispute's sake. Who hears of that first begins another, and
    // cancels it with the news of the dispute.
    either: ['disbursements', 'books', 'mails'],
  },
  'dispute after forfeiture': opened(forfeited),
  'dispute lost after forfeiture': decided(forfeited, 'lose'),
  'debit that bounces': opened(byDebit, { final: true, reason: 'insufficient_funds' }),
  ...{ 'dispute answered': answered, 'dispute given up': givenUp, 'fraud warning': warned },
} satisfies Readonly<Record<string, Flow>>;
