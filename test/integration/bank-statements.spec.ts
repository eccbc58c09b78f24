// Statements of the operator's bank: what is kept of them, what is refused with its reason, and that
// nothing is booked by either.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { bankStatement, csvStatement, type Statement } from '../support/bank-files.ts';
import { Bank } from '../support/world/bank.ts';
import { World } from '../support/world/world.ts';

let world: World;
let bank: Bank;
let days: Record<-4 | -3 | -2 | -1 | 0, string>;
beforeAll(async () => {
  world = await World.start({ processes: ['officer', 'worker'] });
  const [ama] = await world.treasury();
  bank = new Bank(world, ama);
  const day = (nr: number) => bank.today(nr);
  days = {
    [-4]: await day(-4),
    [-3]: await day(-3),
    [-2]: await day(-2),
    [-1]: await day(-1),
    0: await day(0),
  };
  mustBeOk(await bank.brings(bankStatement(first())));
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Two days: 1000.00, +50.00 on the first, -30.00 on the second. */
const first = (): Statement => ({
  ...{ from: days[-4], to: days[-3], opening: '1000.00', closing: '1020.00' },
  entries: [
    { amount: '50.00', on: days[-4], reference: 'B1' },
    { amount: '-30.00', on: days[-3], reference: 'B2' },
  ],
});

interface Counts {
  readonly statements: number;
  readonly entries: number;
  readonly booked: number;
}
const counts = () =>
  world.one<Counts>(
    `select (select count(*)::int from bank_statement) as statements,
       (select count(*)::int from bank_entry) as entries,
       (select count(*)::int from ledger.transfer) as booked`,
  );
/** The reason, with nothing kept and nothing booked. */
async function refusal(file: string): Promise<string> {
  const before = await counts();
  const brought = await bank.brings(file);
  expect(await counts()).toEqual(before);
  if (brought.ok) return 'kept';
  return [brought.code, ...Object.values(brought.detail ?? {})].join(' ');
}

test('what is refused says why, and leaves nothing', async () => {
  const next: Statement = { from: days[-2], opening: '1020.00', closing: '1020.00' };
  const of = (more: Partial<Statement>) => bankStatement({ ...next, ...more });
  const cases: [string, string][] = [
    ['other_account 3000', of({ account: 'DE89370400440532013000' })],
    ['other_account 3000', csvStatement({ ...next, account: 'DE89370400440532013000' })],
    ['other_account 0188', of({ account: 'FR7630006000011234567890188' })],
    ['other_account 6789', of({ account: '123456789' })],
    ['wrong_currency EUR USD', of({ currency: 'EUR' })],
    [`sum_differs ${days[-2]} ${days[-2]} USD 102000 0 102001`, of({ closing: '1020.01' })],
    [
      `days_missing USD ${days[-2]} ${days[-2]}`,
      of({ from: days[-1], opening: '1.00', closing: '1.00' }),
    ],
    ['does_not_continue USD 100 102000', of({ opening: '1.00', closing: '1.00' })],
    [
      'says_otherwise USD',
      of({ ...first(), to: days[-2], closing: '1050.00', entries: [first().entries![0]!] }),
    ],
    ['older USD', of({ from: days[-4], to: days[-4], opening: '1000.00', closing: '1000.00' })],
    [
      `entry_outside ${days[-2]} ${days[-1]} USD 102000 500 102500`,
      csvStatement({
        ...{ ...next, to: days[-1], closing: '1025.00' },
        entries: [{ amount: '5.00', on: days[-3] }],
      }),
    ],
    ['csv_amount 3 amount', csvStatement({ ...next, entries: [{ amount: 'five' }] })],
    ['has_doctype', of({}).replace('?>', '?><!DOCTYPE x>')],
    ['not_a_statement', of({}).replace('camt.053', 'camt.054')],
  ];
  for (const [reason, file] of cases) expect(await refusal(file)).toBe(reason);
  const { day } = await world.one<{ day: string }>(
    `select (app.legal_now() + interval '3 days')::date::text as day`,
  );
  expect(await refusal(of({ to: day }))).toMatch(/^in_the_future /);
});

test('the same file changes nothing, and names the first', async () => {
  const file = bankStatement({ from: days[-2], opening: '1020.00', closing: '1020.00' });
  const kept = mustBeOk(await bank.brings(file));
  const before = await counts();
  const again = await bank.brings(file);
  expect(again).toMatchObject({ ok: false, code: 'sent_before', detail: { id: kept.id } });
  expect(await counts()).toEqual(before);
});

test('a statement that overlaps adds what is new of it, in whatever form', async () => {
  const before = await counts();
  const more: Statement = {
    ...{ from: days[-4], to: days[-1], opening: '1000.00', closing: '1027.00' },
    entries: [...first().entries!, { amount: '7.00', on: days[-1], reference: 'B3' }],
  };
  const row = mustBeOk(await bank.brings(csvStatement(more, ';')));
  expect(row).toMatchObject({ kind: 'csv', entries: 1 });
  const after = await counts();
  expect(after.entries).toBe(before.entries + 1);
  const [kept] = await world.rows('select * from bank_entry where statement_id = $1', row.id);
  expect(kept).toMatchObject({ amount_minor: '700', bank_reference: 'B3', nr: 1 });
});

test('a file of several days is kept whole or not at all', async () => {
  const at = (day: string, opening: string, closing: string) =>
    bankStatement({ from: day, opening, closing });
  const joined = (a: string, b: string) =>
    a.replace('</BkToCstmrStmt>', `${/<Stmt>[^]*<\/Stmt>/.exec(b)![0]}</BkToCstmrStmt>`);
  const later = at(days[0], '1027.00', '1027.00');
  const wrong = joined(later, at(days[-1], '1028.00', '1028.00'));
  expect(await refusal(wrong)).toBe('does_not_continue USD 102800 102700');
  const before = await counts();
  mustBeOk(await bank.brings(joined(later, at(days[-1], '1027.00', '1027.00'))));
  expect(await counts()).toEqual({ ...before, statements: before.statements + 2 });
});

test('two at once: one is kept, the other told', async () => {
  const at = (amount: string) =>
    bankStatement({
      ...{ from: days[0], opening: '1027.00', closing: `10${27 + Number(amount)}.00` },
      entries: [{ amount: `${amount}.00` }],
    });
  const both = await Promise.all([bank.brings(at('1')), bank.brings(at('2'))]);
  expect(both.filter((b) => b.ok)).toHaveLength(1);
  const [other] = both.filter((b) => !b.ok);
  const told = ['sent_meanwhile', 'does_not_continue', 'says_otherwise'];
  expect(told).toContain(other!.ok ? 'kept' : other!.code);
});

test('kept entries come to the closing less the opening, and name nobody', async () => {
  const [sums] = await world.rows(
    `select (select sum(amount_minor) from bank_entry) =
       (select closing_minor from bank_statement s where not exists (select from bank_statement n
         where n.follows = s.id)) - 100000 as same`,
  );
  expect(sums).toEqual({ same: true });
  const kept = JSON.stringify(await world.rows('select * from bank_entry'));
  expect(kept).not.toMatch(/Somebody|Treasury|Transfer/);
});

test('without the operator’s own account nothing is kept', async () => {
  const unset = await World.start({ processes: ['officer'], env: { ESCROW_BANK_ACCOUNT: '' } });
  const [ama] = await unset.treasury();
  const brought = await new Bank(unset, ama).brings(bankStatement(first()));
  expect(brought).toMatchObject({ code: 'not_set_up' });
  expect(await unset.stop()).toEqual([]);
}, 60_000);
