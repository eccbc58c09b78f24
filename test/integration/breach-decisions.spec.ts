// A late departure to its end (R18 to R24): what is written, what the books say, what is sent.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppealWindows, Decisions, Rescissions } from '#breach';
import { mustBeOk } from '#kernel';
import { BreachStory, judges, type Referred } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: BreachStory;

beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
}, 120_000);
beforeEach(async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const clean = async () => expect(await world.oracle()).toEqual([]);
const books = (bondId: string) =>
  world.one<Record<'state' | 'case' | 'held' | 'reserved' | 'refunded' | 'forfeited', string>>(
    `select b.state, c.state as case, l.held, l.reserved, l.refunded, l.forfeited from bond b
     join visa_case c on c.id = b.case_id join ledger.bond l on l.owner_id = b.id where b.id = $1`,
    bondId,
  );
const sent = (file: Referred) => story.sent(file);
const refundsOf = async ({ bondId }: Referred) =>
  (await world.refundsOf(bondId)).map((r) => r.amount).sort((a, b) => a - b);

test('a late departure is referred, and nothing of it is taken', async () => {
  const { bondId, fileId } = await story.referred();
  expect(await books(bondId)).toMatchObject({ state: 'referred', held: '1000000', reserved: '0' });
  const ground = await world.one(
    'select code, facts_sealed from breach_ground where file_id = $1',
    fileId,
  );
  expect(ground).toEqual({ code: 'late_departure', facts_sealed: null });
  await clean();
});

describe('the decision', () => {
  test('none: the bond goes back whole', async () => {
    const file = await story.decided('none');
    expect(await books(file.bondId)).toMatchObject({ state: 'cancelled', case: 'closed' });
    await sent(file);
    expect(await refundsOf(file)).toEqual([1_000_000]);
    expect(await books(file.bondId)).toMatchObject({
      ...{ state: 'closed', held: '0', refunded: '1000000', forfeited: '0' },
    });
    await clean();
  });

  test('in part: both parts are reserved at once, one is sent, the other waits', async () => {
    const file = await story.decided('part', 300_000n);
    expect(await books(file.bondId)).toMatchObject({
      ...{ state: 'breach_declared', held: '1000000', reserved: '1000000', forfeited: '0' },
    });
    await clean();
    await sent(file);
    expect(await refundsOf(file)).toEqual([700_000]);
    expect(await books(file.bondId)).toMatchObject({
      ...{ state: 'breach_declared', held: '300000', refunded: '700000', forfeited: '0' },
    });
    expect(await world.worker.get(AppealWindows).sweep()).toBe(0);
    await world.daysLater(31);
    expect(await world.worker.get(AppealWindows).sweep()).toBe(1);
    expect(await books(file.bondId)).toEqual({
      ...{ state: 'closed', case: 'closed', held: '0', reserved: '0' },
      ...{ refunded: '700000', forfeited: '300000' },
    });
    await clean();
  });

  test('in full: nothing is the state’s before the window to appeal is over', async () => {
    const file = await story.decided('full');
    expect(await books(file.bondId)).toMatchObject({ reserved: '1000000', forfeited: '0' });
    expect(await refundsOf(file)).toEqual([]);
    await world.daysLater(31);
    await world.worker.get(AppealWindows).sweep();
    expect(await books(file.bondId)).toMatchObject({ state: 'closed', forfeited: '1000000' });
    expect(await world.worker.get(AppealWindows).sweep()).toBe(0);
    await clean();
  });

  test('silence is no decision: the file waits for an adjudicator', async () => {
    const file = await story.noticed();
    await world.daysLater(400);
    await world.worker.get(AppealWindows).sweep();
    expect(await books(file.bondId)).toMatchObject({ state: 'notice_given', reserved: '0' });
    const { code } = (await story
      .as(story.people.member, 'officer', (tx) =>
        world.officer.get(Decisions).propose(tx, file.fileId, story.decision(file, 'none')),
      )
      .catch((e: Error) => ({ code: e.message }))) as { code: string };
    expect(code).toContain('had a part in it');
  });
});

describe('the appeal', () => {
  test('overturned: what was reserved for the state goes back to the payer', async () => {
    const file = await story.decided('part', 300_000n);
    await sent(file);
    await story.appealed(file);
    await world.daysLater(400);
    expect(await world.worker.get(AppealWindows).sweep()).toBe(0);
    await story.judged(file, 'overturned');
    expect(await books(file.bondId)).toMatchObject({ state: 'cancelled', held: '300000' });
    await clean();
    await sent(file);
    expect(await refundsOf(file)).toEqual([300_000, 700_000]);
    expect(await books(file.bondId)).toMatchObject({
      ...{ state: 'closed', refunded: '1000000', forfeited: '0' },
    });
    await clean();
  });

  test('upheld: final at once', async () => {
    const file = await story.decided('full');
    await story.appealed(file);
    await story.judged(file, 'upheld');
    expect(await books(file.bondId)).toMatchObject({ state: 'closed', forfeited: '1000000' });
    await clean();
  });
});

describe('proof that comes later', () => {
  const rescinded = async (file: Referred) => {
    const { adjudicator, second } = story.people;
    const made = await story.as(adjudicator, 'officer', (tx) =>
      world.officer.get(Rescissions).propose(tx, file.fileId, 'A boarding pass.'),
    );
    await story.approved(mustBeOk(made).rulingId, second);
  };

  test('before it is final: the reserve is freed', async () => {
    const file = await story.decided('full');
    await rescinded(file);
    expect(await books(file.bondId)).toMatchObject({ state: 'cancelled', forfeited: '0' });
    await sent(file);
    expect(await refundsOf(file)).toEqual([1_000_000]);
    expect(await books(file.bondId)).toMatchObject({ state: 'closed', refunded: '1000000' });
    await clean();
  });

  test('after the bond is closed: the state gives it back', async () => {
    const file = await story.decided('part', 400_000n);
    await sent(file);
    await world.daysLater(31);
    await world.worker.get(AppealWindows).sweep();
    expect(await books(file.bondId)).toMatchObject({ state: 'closed', forfeited: '400000' });
    await rescinded(file);
    expect(await books(file.bondId)).toMatchObject({ state: 'cancelled', forfeited: '0' });
    await clean();
    await sent(file);
    expect(await refundsOf(file)).toEqual([400_000, 600_000]);
    expect(await books(file.bondId)).toMatchObject({ state: 'closed', refunded: '1000000' });
    await clean();
  });
});
