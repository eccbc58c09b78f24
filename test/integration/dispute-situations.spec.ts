// Each stage of a dispute in each situation of the bond: what the books hold, what the states are, what
// is frozen and who answers. One literal line for each.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AppealWindows } from '#breach';
import { Database, systemCtx } from '#platform';
import { Freezes } from '#refund';
import { BreachStory, judges } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

interface About {
  readonly caseId: string;
  readonly bondId: string;
  readonly reference: string;
}

let world: World;
let story: BreachStory;
beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
}, 120_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

const SITUATIONS = {
  'before the visa': () => world.aBond().held(),
  'with a visa': () => world.aBond().withVisa(),
  'a refund is reserved': () => world.aBond().cancelled(),
  'the refund was paid': async () => {
    const bond = await world.aBond().cancelled();
    await world.send(bond.disbursementId);
    return bond;
  },
  forfeited: async () => {
    const file = await story.decided('full');
    await world.daysLater(32);
    await world.worker.get(AppealWindows).sweep();
    await world.rows('update legal_clock set offset_seconds = 0');
    return file;
  },
} satisfies Record<string, () => Promise<About>>;

const STAGES = {
  'a question': (bondId) => world.dispute(bondId, { inquiry: true }),
  opened: (bondId) => world.dispute(bondId, { withdraw: false }),
  'money taken': (bondId) => world.dispute(bondId),
  won: async (bondId) => {
    const id = await world.dispute(bondId);
    await world.news();
    await world.becomes(id, 'win');
  },
  lost: async (bondId) => {
    const id = await world.dispute(bondId);
    await world.news();
    await world.becomes(id, 'lose');
  },
  'a debit that bounced': (bondId) =>
    world.dispute(bondId, { final: true, reason: 'insufficient_funds' }),
  'a warning': (bondId) => world.warn(bondId),
} satisfies Record<string, (bondId: string) => Promise<unknown>>;

const one = async (sql: string, id: string): Promise<string> =>
  (await world.rows<{ said: string }>(sql, id)).map((row) => row.said).join() || '-';

/** The bond with what it holds, has promised and the operator bears; money; dispute; refund; freeze; mail. */
async function saidOf({ bondId, caseId, reference }: About): Promise<string> {
  const bond = await world.bondOf(bondId);
  const stopped = await world.worker
    .get(Database)
    .read(systemCtx('test'), (tx) =>
      world.worker.get(Freezes).stopping(tx, 'send_disbursement', { caseId }),
    );
  const thousands = [bond.held, bond.reserved, bond.borne].map((minor) => Number(minor) / 100_000);
  const money = `select money || ' ' || state as said from reversal where bond_id = $1`;
  const dispute = `select state as said from dispute where bond_id = $1`;
  return [
    `${bond.state} ${thousands.join('/')}`,
    await one(money, bondId),
    await one(dispute, bondId),
    (await world.statesOf(bondId)).join() || '-',
    stopped ?? 'goes on',
    ...(await world.mailsOf(reference, '^payment_(disputed|stands)')),
  ].join(', ');
}

type Line = readonly [situation: keyof typeof SITUATIONS, stage: keyof typeof STAGES, said: string];
// bond held/reserved/borne in thousands; money and its settling; dispute; refund; what stops it; mail.
const LINES: readonly Line[] = [
  ['before the visa', 'a question', 'held 10/0/0, -, question, -, goes on'],
  [
    'before the visa',
    'opened',
    'held 10/0/0, waiting open, to_answer, -, reversal, payment_disputed',
  ],
  [
    'before the visa',
    'money taken',
    'held 10/0/0, withdrawn open, to_answer, -, reversal, payment_disputed',
  ],
  [
    'before the visa',
    'won',
    'held 10/0/0, back undone, won, -, goes on, payment_disputed, payment_stands',
  ],
  ['before the visa', 'lost', 'held 0/0/0, left open, lost, -, reversal, payment_disputed'],
  [
    'before the visa',
    'a debit that bounced',
    'held 0/0/0, left open, lost, -, reversal, payment_disputed',
  ],
  ['before the visa', 'a warning', 'held 10/0/0, -, -, -, fraud_warning'],
  ['with a visa', 'a question', 'held 10/0/0, -, question, -, goes on'],
  ['with a visa', 'opened', 'held 10/0/0, waiting open, to_answer, -, reversal, payment_disputed'],
  [
    'with a visa',
    'money taken',
    'held 10/0/0, withdrawn open, to_answer, -, reversal, payment_disputed',
  ],
  [
    'with a visa',
    'won',
    'held 10/0/0, back undone, won, -, goes on, payment_disputed, payment_stands',
  ],
  ['with a visa', 'lost', 'held 0/0/0, left open, lost, -, reversal, payment_disputed'],
  [
    'with a visa',
    'a debit that bounced',
    'held 0/0/0, left open, lost, -, reversal, payment_disputed',
  ],
  ['with a visa', 'a warning', 'held 10/0/0, -, -, -, fraud_warning'],
  ['a refund is reserved', 'a question', 'cancelled 10/10/0, -, question, approved, goes on'],
  [
    'a refund is reserved',
    'opened',
    'cancelled 10/0/0, waiting open, to_answer, canceled, reversal, payment_disputed',
  ],
  [
    'a refund is reserved',
    'money taken',
    'cancelled 10/0/0, withdrawn open, to_answer, canceled, reversal, payment_disputed',
  ],
  [
    'a refund is reserved',
    'won',
    'cancelled 10/10/0, back undone, won, canceled,due, goes on, payment_disputed, payment_stands',
  ],
  [
    'a refund is reserved',
    'lost',
    'cancelled 0/0/0, left open, lost, canceled, reversal, payment_disputed',
  ],
  [
    'a refund is reserved',
    'a debit that bounced',
    'cancelled 0/0/0, left open, lost, canceled, reversal, payment_disputed',
  ],
  ['a refund is reserved', 'a warning', 'cancelled 10/10/0, -, -, approved, fraud_warning'],
  ['the refund was paid', 'a question', 'closed 0/0/0, -, question, succeeded, goes on'],
  [
    'the refund was paid',
    'opened',
    'closed 0/0/0, waiting open, to_answer, succeeded, reversal, payment_disputed',
  ],
  [
    'the refund was paid',
    'money taken',
    'closed 0/0/0, withdrawn open, to_answer, succeeded, reversal, payment_disputed',
  ],
  [
    'the refund was paid',
    'won',
    'closed 0/0/0, back undone, won, succeeded, goes on, payment_disputed, payment_stands',
  ],
  [
    'the refund was paid',
    'lost',
    'closed 0/0/10, left open, lost, succeeded, reversal, payment_disputed',
  ],
  [
    'the refund was paid',
    'a debit that bounced',
    'closed 0/0/10, left open, lost, succeeded, reversal, payment_disputed',
  ],
  ['the refund was paid', 'a warning', 'closed 0/0/0, -, -, succeeded, goes on'],
  ['forfeited', 'a question', 'closed 0/0/0, -, question, -, goes on'],
  ['forfeited', 'opened', 'closed 0/0/0, waiting open, to_answer, -, reversal, payment_disputed'],
  [
    'forfeited',
    'money taken',
    'closed 0/0/0, withdrawn open, to_answer, -, reversal, payment_disputed',
  ],
  [
    'forfeited',
    'won',
    'closed 0/0/0, back undone, won, -, goes on, payment_disputed, payment_stands',
  ],
  ['forfeited', 'lost', 'closed 0/0/10, left open, lost, -, reversal, payment_disputed'],
  [
    'forfeited',
    'a debit that bounced',
    'closed 0/0/10, left open, lost, -, reversal, payment_disputed',
  ],
  ['forfeited', 'a warning', 'closed 0/0/0, -, -, -, fraud_warning'],
];

test.each(LINES)('%s, %s: %s', async (situation, stage, said) => {
  const about = await SITUATIONS[situation]();
  await STAGES[stage](about.bondId);
  await world.news();
  expect(await saidOf(about)).toBe(said);
  expect(await world.oracle()).toEqual([]);
  const parked = await world.rows(`select type from processor_event where state = 'parked'`);
  expect(parked).toEqual([]);
});

test('each situation meets each stage', () => {
  const all = Object.keys(SITUATIONS).flatMap((s) => Object.keys(STAGES).map((t) => `${s} ${t}`));
  expect(LINES.map(([s, t]) => `${s} ${t}`)).toEqual(all);
});
