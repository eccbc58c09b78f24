// Money that leaves by another way while a breach is looked into: the payer's bank takes it back, or
// somebody refunds it outside. What was reserved for the state comes from whoever must bear it, nobody
// is paid twice, and each file can be brought to its end (R23, R35).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppealWindows, CarryingOut, Notices, Rulings } from '#breach';
import { mustBeOk } from '#kernel';
import { BreachStory, judges, type Referred } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: BreachStory;
beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));

const STORIES = {
  referred: () => story.referred(),
  noticed: () => story.noticed(),
  'declared in part': () => story.decided('part', 300_000n),
  'declared in part, the rest sent': async () => {
    const file = await story.decided('part', 300_000n);
    await story.sent(file);
    return file;
  },
  'declared in full': () => story.decided('full'),
  appealed: async () => {
    const file = await story.decided('full');
    await story.appealed(file);
    return file;
  },
  final: async () => {
    const file = await story.decided('full');
    await windowsPass();
    return file;
  },
} satisfies Record<string, () => Promise<Referred>>;

const LEAVES = {
  'lost to the bank': async ({ bondId }: Referred) => {
    await world.becomes(await world.dispute(bondId), 'lose');
  },
  'refunded outside': ({ bondId }: Referred) => world.refundElsewhere(bondId),
  'refunded outside in part': ({ bondId }: Referred) => world.refundElsewhere(bondId, 200_000),
} satisfies Record<string, (file: Referred) => Promise<unknown>>;

async function windowsPass(): Promise<void> {
  await world.daysLater(60);
  await world.worker.get(AppealWindows).sweep();
}

/** State, and in whole thousands: held, reserved, forfeited, borne by the operator. */
async function booksOf({ bondId }: Referred): Promise<string> {
  const row = await world.one<Record<string, string>>(
    `select b.state, l.held / 100000 as held, l.reserved / 100000 as reserved,
       l.forfeited / 100000 as forfeited, l.borne / 100000 as borne
     from bond b join ledger.bond l on l.owner_id = b.id where b.id = $1`,
    bondId,
  );
  return Object.values(row).join(' ');
}

type Way = readonly [keyof typeof STORIES, keyof typeof LEAVES, string, string];

// state held reserved forfeited borne: once two people have accepted it, and when every window is over.
const WAYS: readonly Way[] = [
  ['referred', 'lost to the bank', 'referred 0 0 0 0', 'referred 0 0 0 0'],
  ['referred', 'refunded outside', 'referred 0 0 0 0', 'referred 0 0 0 0'],
  ['referred', 'refunded outside in part', 'referred 8 0 0 0', 'referred 8 0 0 0'],
  ['noticed', 'lost to the bank', 'notice_given 0 0 0 0', 'notice_given 0 0 0 0'],
  ['noticed', 'refunded outside', 'notice_given 0 0 0 0', 'notice_given 0 0 0 0'],
  ['noticed', 'refunded outside in part', 'notice_given 8 0 0 0', 'notice_given 8 0 0 0'],
  // The bank has taken back what was reserved: nothing is left for anybody.
  ['declared in part', 'lost to the bank', 'breach_declared 0 0 0 0', 'closed 0 0 0 0'],
  // What was sent outside and not by us was not the payer's alone: the state's part is borne.
  ['declared in part', 'refunded outside', 'breach_declared 3 3 0 3', 'closed 0 0 3 3'],
  // The payer's part is less by what he has already, and due anew.
  [
    'declared in part',
    'refunded outside in part',
    'breach_declared 8 8 0 0',
    'breach_final 5 5 3 0',
  ],
  [
    'declared in part, the rest sent',
    ...(['lost to the bank', 'breach_declared 0 0 0 7', 'closed 0 0 0 7'] as const),
  ],
  [
    'declared in part, the rest sent',
    ...(['refunded outside', 'breach_declared 3 3 0 3', 'closed 0 0 3 3'] as const),
  ],
  [
    'declared in part, the rest sent',
    ...(['refunded outside in part', 'breach_declared 3 3 0 2', 'closed 0 0 3 2'] as const),
  ],
  ['declared in full', 'lost to the bank', 'breach_declared 0 0 0 0', 'closed 0 0 0 0'],
  ['declared in full', 'refunded outside', 'breach_declared 10 10 0 10', 'closed 0 0 10 10'],
  ['declared in full', 'refunded outside in part', 'breach_declared 10 10 0 2', 'closed 0 0 10 2'],
  ['appealed', 'lost to the bank', 'appealed 0 0 0 0', 'appealed 0 0 0 0'],
  ['appealed', 'refunded outside', 'appealed 10 10 0 10', 'appealed 10 10 0 10'],
  ['appealed', 'refunded outside in part', 'appealed 10 10 0 2', 'appealed 10 10 0 2'],
  ['final', 'lost to the bank', 'closed 0 0 10 10', 'closed 0 0 10 10'],
  ['final', 'refunded outside', 'closed 0 0 10 10', 'closed 0 0 10 10'],
  ['final', 'refunded outside in part', 'closed 0 0 10 2', 'closed 0 0 10 2'],
];

test.each(WAYS)('%s, then %s', async (before, how, accepted, end) => {
  const file = await STORIES[before]();
  await LEAVES[how](file);
  await world.news();
  expect(await world.reversalOf(file.bondId)).toMatchObject({ state: 'open', money: 'left' });
  expect(await world.oracle()).toEqual([]);
  await windowsPass(); // nothing ends by itself before people have settled it
  await world.settled(file.bondId, 'accepted');
  expect(await booksOf(file)).toBe(accepted);
  expect(await world.oracle()).toEqual([]);
  await windowsPass();
  await world.news();
  expect(await booksOf(file)).toBe(end);
  expect(await world.rows(`select type from processor_event where state = 'parked'`)).toEqual([]);
});

const lost = async (file: Referred) => {
  await LEAVES['lost to the bank'](file);
  await world.news();
};
const lostAndAccepted = async (file: Referred) => {
  await lost(file);
  await world.settled(file.bondId, 'accepted');
};

describe('where nothing is left, the file still ends', () => {
  test.each(['none', 'full'] as const)('decided: %s', async (outcome) => {
    const file = await story.noticed();
    await lostAndAccepted(file);
    await world.daysLater(16);
    await expect(story.proposed(file, 'part', 300_000n)).rejects.toThrow('part_out_of_range');
    await story.approved(await story.proposed(file, outcome), story.people.second);
    await windowsPass();
    expect(await booksOf(file)).toBe('closed 0 0 0 0');
  });

  test.each(['upheld', 'overturned'] as const)('on appeal: %s', async (outcome) => {
    const file = await STORIES.appealed();
    await lostAndAccepted(file);
    await story.judged(file, outcome);
    expect(await booksOf(file)).toBe('closed 0 0 0 0');
  });

  test('a bond that was referred can be given notice of', async () => {
    const file = await story.referred();
    await lostAndAccepted(file);
    const named = [{ code: 'late_departure', facts: 'Left two days late.' }] as const;
    const give = world.officer.get(Notices);
    const { adjudicator } = story.people;
    mustBeOk(await story.as(adjudicator, 'officer', (tx) => give.give(tx, file.fileId, named)));
    expect(await booksOf(file)).toBe('notice_given 0 0 0 0');
  });
});

test('what was approved before waits, is overtaken, and is decided anew', async () => {
  const file = await story.noticed();
  await world.daysLater(16);
  const rulingId = await story.proposed(file, 'part', 300_000n);
  const approve = world.officer.get(Rulings);
  mustBeOk(
    await story.as(story.people.second, 'officer', (tx) =>
      approve.approve(tx, rulingId, 'adjudication'),
    ),
  );
  await lost(file);
  const carryOut = () => world.worker.get(CarryingOut).carryOut(rulingId);
  const stateOf = async () =>
    (await world.one<{ state: string }>('select state from breach_ruling where id = $1', rulingId))
      .state;
  await carryOut();
  expect([await stateOf(), await booksOf(file)]).toEqual(['approved', 'notice_given 0 0 0 0']);
  await world.settled(file.bondId, 'accepted');
  await carryOut();
  expect([await stateOf(), await booksOf(file)]).toEqual(['overtaken', 'notice_given 0 0 0 0']);
  await story.approved(await story.proposed(file, 'none'), story.people.second);
  expect(await booksOf(file)).toBe('closed 0 0 0 0');
});
