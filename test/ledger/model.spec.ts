// Random commands on two bonds: the ledger answers as the model does, and the books end as the model's.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Books } from './books.ts';
import { BondModel } from './model.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
});
afterAll(() => books.close());

// Few amounts and few things to name, so that commands meet each other.
const amount = fc.constantFrom(1n, 4n, 10n);
const some = fc.nat(2);
const about = <K extends string>(...does: K[]) =>
  fc.record({ do: fc.constantFrom(...does), which: some, decision: some });
const command = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'match' as const), amount }),
  },
  fc.record({ do: fc.constant('decide' as const), refund: amount, forfeit: amount }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      code: fc.constantFrom(
        'refund' as const,
        'refund' as const,
        'refund' as const,
        'forfeit' as const,
      ),
      to: fc.constantFrom('processor:clearing', 'bank:escrow'),
      which: some,
      amount,
    }),
  },
  {
    weight: 9,
    arbitrary: about('settle', 'settle', 'void', 'takeBack', 'takeBack', 'remit', 'rescind'),
  },
  fc.record({ do: fc.constant('dispute' as const), amount }),
  { weight: 2, arbitrary: about('won', 'lost', 'lost', 'lost') },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

// Where a bond may be when the random part begins: deep states are rare by chance alone.
const first = { which: 0, decision: 0 };
const paid: Command[] = [
  { do: 'pay', amount: 10n },
  { do: 'decide', refund: 10n, forfeit: 10n },
];
const reserved = (code: 'refund' | 'forfeit'): Command[] => [
  ...paid,
  { do: 'reserve', code, to: 'bank:escrow', which: 0, amount: 10n },
];
const refundOnItsWay = reserved('refund');
const beginnings: Record<string, Command[]> = {
  nothing: [],
  paid,
  refundOnItsWay,
  voided: [...refundOnItsWay, { do: 'void', ...first }],
  forfeited: [...reserved('forfeit'), { do: 'settle', ...first }],
  lost: [...refundOnItsWay, { do: 'dispute', amount: 10n }, { do: 'lost', ...first }],
};
const beginning = fc.constantFrom(...Object.keys(beginnings), 'lost', 'forfeited');
type Pair = readonly [() => string, () => Promise<unknown>];

/** One bond in the database beside its model. */
class Twin {
  readonly model = new BondModel();
  private readonly reserveSeqs: number[] = [];
  private readonly disputeSeqs: number[] = [];
  private step = 0;

  constructor(readonly name: string) {}

  /** Runs a command on both and says how they answered; null when it names nothing that is there. */
  async run(c: Command): Promise<{ model: string; ledger: string } | null> {
    const pair = this.pairOf(c);
    if (pair === null) return null;
    const model = pair[0]();
    const ledger = await answerOf(pair[1]);
    // The same again is the same cause: whatever it answers, the books may not move.
    if (c.do !== 'decide' && !/^\w{2}\d{3}$/.test(ledger)) await pair[1]();
    return { model, ledger };
  }

  private pairOf(c: Command): Pair | null {
    const id = `${this.name}_${++this.step}`;
    if ('which' in c) return c.do === 'reserve' ? this.reserve(c, id) : this.about(c, id);
    const { name, model } = this;
    switch (c.do) {
      case 'pay':
        return [
          () => model.pay(c.amount),
          async () => {
            const [row] = await books.receive(name, { payment: `pi_${id}`, amount: c.amount });
            return row?.to_bond === 0n ? 'diverted' : undefined;
          },
        ];
      case 'match':
        return [
          () => model.match(c.amount),
          async () => {
            await books.receive(null, { payment: `pi_${id}`, amount: c.amount });
            await books.match(`pi_${id}`, name, c.amount, `task:${id}:matched`);
          },
        ];
      case 'decide':
        return this.decide(c);
      case 'dispute':
        return [
          () => model.dispute(c.amount),
          async () => {
            const seq = await books.disputed(name, c.amount, `du_${id}:withdrawn`);
            this.disputeSeqs[model.disputes.length - 1] = seq;
          },
        ];
    }
  }

  private decide(c: { refund: bigint; forfeit: bigint }): Pair {
    const decision = `d_${this.name}_${this.model.decisions.length}`;
    return [
      () => this.model.decide(c.refund, c.forfeit),
      () => books.byTwo(decision, this.name, c.refund, c.forfeit),
    ];
  }

  private reserve(c: Extract<Command, { do: 'reserve' }>, id: string): Pair | null {
    const which = c.which % Math.max(this.model.decisions.length, 1);
    const decision = this.model.decisions[which];
    if (decision === undefined) return null;
    const to = c.code === 'forfeit' ? 'state:forfeited' : c.to;
    const ask = { ...c, to, decision: `d_${this.name}_${which}`, disbursement: id };
    return [
      () => this.model.reserve(c.code, c.amount, decision),
      async () => {
        const seq = await books.reserve(this.name, ask);
        this.reserveSeqs[this.model.reserves.length - 1] = seq;
      },
    ];
  }

  private about(c: Extract<Command, { which: number }>, id: string): Pair | null {
    const { model, name } = this;
    if (c.do === 'won' || c.do === 'lost') {
      const which = c.which % Math.max(model.disputes.length, 1);
      const dispute = model.disputes[which];
      const does = c.do;
      if (dispute === undefined) return null;
      return [
        () => model[does](dispute),
        () => books[does](name, this.disputeSeqs[which] ?? 0, `du_${id}:${does}`),
      ];
    }
    const which = c.which % Math.max(model.reserves.length, 1);
    const reserve = model.reserves[which];
    if (reserve === undefined || c.do === 'reserve') return null;
    const seq = () => this.reserveSeqs[which] ?? 0;
    if (c.do !== 'rescind') {
      const does = c.do;
      return [() => model[does](reserve), () => books[does](name, seq(), `x_${id}:${does}`)];
    }
    const by = c.decision % model.decisions.length;
    const decision = model.decisions[by] ?? reserve.decision;
    return [
      () => model.rescind(reserve, decision),
      () => books.rescind(name, seq(), `d_${name}_${by}`, `x_${id}:rescinded`),
    ];
  }
}

async function answerOf(attempt: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await attempt();
    return typeof answer === 'string' && answer !== '' ? answer : 'ok';
  } catch (error) {
    return String((error as { code?: string }).code);
  }
}

let runs = 0;
const kindsAnswered = new Set<string>();

test('the ledger and the model agree on every answer and every figure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(beginning, beginning),
      fc.array(fc.tuple(fc.nat(1), command), { minLength: 20, maxLength: 50, size: 'max' }),
      async (starts, commands) => {
        const name = `m${++runs}`;
        const twins = [new Twin(`${name}a`), new Twin(`${name}b`)];
        for (const [i, twin] of twins.entries()) {
          for (const c of beginnings[starts[i] ?? ''] ?? []) await twin.run(c);
        }
        for (const [which, c] of commands) {
          const answers = await twins[which]?.run(c);
          if (!answers) continue;
          kindsAnswered.add(`${c.do} ${answers.ledger}`);
          expect([c, answers.ledger]).toEqual([c, answers.model]);
        }
        for (const twin of twins) {
          expect(await books.figuresOf(twin.name)).toEqual(twin.model.figures);
        }
      },
    ),
    { numRuns: 40 },
  );
  await books.isClean();
}, 180_000);

test('the commands above met the ways of answering that matter', () => {
  for (const answer of [
    ...['pay ok', 'pay diverted', 'match ok', 'reserve ok', 'reserve VB003', 'reserve 23514'],
    ...['match VB006', 'remit ok', 'remit VB004', 'rescind ok', 'rescind VB004'],
    ...['settle settled', 'settle settled_late', 'settle already_settled', 'settle VB004'],
    ...['void voided', 'void already_voided', 'takeBack taken_back', 'lost ok', 'lost VB004'],
  ]) {
    expect([...kindsAnswered]).toContain(answer);
  }
});
