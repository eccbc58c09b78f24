// Who may do what with the books, read from the catalogue: what is not listed here fails.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roleOf, type Login } from '../../tools/database.ts';
import { Books, full, idOf } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
});
afterAll(() => books.close());

const serving = ['portal', 'officer', 'api', 'worker', 'auditor'] as const satisfies Login[];
const roles = serving.map(roleOf);

const steps: Record<string, readonly Login[]> = {
  came_back: ['worker'],
  close_next_day: ['worker'],
  decided: ['worker'],
  dispute_lost: ['worker'],
  dispute_withdrawn: ['worker'],
  dispute_won: ['worker'],
  fee: ['worker'],
  match: ['worker'],
  receive: ['worker'],
  remit: ['worker'],
  rescind: ['worker'],
  returned_elsewhere: ['worker'],
  reserve: ['officer', 'worker'],
  settle: ['worker'],
  take_back: ['worker'],
  treasury: ['worker'],
  void: ['worker'],
  withdrawn: ['worker'],
};
const insideOnly = [
  ...[
    'after',
    'append',
    'forfeiture',
    'guard_decision',
    'hash_of',
    'list_suspense',
    'loss_of',
    'must_not_be_followed',
  ],
  ...[
    'open',
    'owners_of',
    'recover',
    'refuse_change',
    'row_of',
    'seen',
    'settle_late',
    'undecided',
    'used',
  ],
];

const readers: readonly Login[] = ['officer', 'worker', 'auditor'];
const relations: Record<string, readonly Login[]> = {
  account: readers,
  balance: readers,
  bond: readers,
  day_balance: readers,
  decision: readers,
  oracle: ['worker', 'auditor'],
  oracle_key: ['worker', 'auditor'],
  received_payment: readers,
  suspense: readers,
  transfer: readers,
};

test('functions: exactly these are there, and exactly these logins may execute them', async () => {
  const rows = await books.database.admin.query<{ name: string; may: string[] }>(
    `select p.proname as name, array(
       select r.login from unnest($1::text[], $2::text[]) with ordinality as r (login, role, n)
       where has_function_privilege(r.role, p.oid, 'execute') order by r.n) as may
     from pg_proc p where p.pronamespace = 'ledger'::regnamespace order by p.proname`,
    [serving, roles],
  );
  const expected = { ...steps, ...Object.fromEntries(insideOnly.map((name) => [name, []])) };
  expect(Object.fromEntries(rows.rows.map(({ name, may }) => [name, may]))).toEqual(expected);
  expect(rows.rows.length).toBe(Object.keys(expected).length); // no overload hides behind a name
});

test('functions: the public may execute none, and steps run as the owner with a pinned path', async () => {
  const { rows } = await books.database.admin.query<{ name: string }>(
    `select p.proname as name from pg_proc p
     where p.pronamespace = 'ledger'::regnamespace
       and (has_function_privilege('public', p.oid, 'execute')
         or (p.proname = any($1)) <> p.prosecdef
         or p.prosecdef and p.proconfig is distinct from array['search_path=ledger, pg_temp']
         or pg_get_userbyid(p.proowner) <> $2)`,
    [Object.keys(steps), roleOf('migrator')],
  );
  expect(rows).toEqual([]);
});

test('relations: exactly these logins may read them, and nobody may write a whole row', async () => {
  const { rows } = await books.database.admin.query<{ name: string; may: string[] }>(
    `select c.relname as name, array(
       select r.login || ' ' || p.right from unnest($1::text[], $2::text[]) with ordinality as r (login, role, n),
         unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'])
           with ordinality as p ("right", m)
       where has_table_privilege(r.role, c.oid, p.right) order by r.n, p.m) as may
     from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
     order by c.relname`,
    [
      [...serving, 'public'],
      [...roles, 'public'],
    ],
  );
  const expected = Object.entries(relations).map(([name, logins]) => ({
    name,
    may: logins.map((login) => `${login} select`),
  }));
  expect(rows).toEqual(expected);
});

test('columns: the two sides of a decision, and no other', async () => {
  const { rows } = await books.database.admin.query<{ may: string }>(
    `select r.login || ' ' || p.right || ' ' || c.relname || '(' ||
       string_agg(a.attname, ', ' order by a.attnum) || ')' as may
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
       unnest($1::text[], $2::text[]) as r (login, role), unnest(array['insert', 'update']) as p ("right")
     where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
       and has_column_privilege(r.role, c.oid, a.attnum, p.right)
     group by r.login, p.right, c.relname order by 1`,
    [serving, roles],
  );
  expect(rows.map(({ may }) => may)).toEqual([
    'officer insert decision(id, owner_id, refund, forfeit, currency, requested_by, decided_at)',
    'officer update decision(approved_by)',
    'worker insert decision(id, owner_id, refund, forfeit, currency, rule, decided_at)',
  ]);
});

test('schema: portal and api cannot even look in', async () => {
  const { rows } = await books.database.admin.query<{ login: string; usage: boolean }>(
    `select login, has_schema_privilege(role, 'ledger', 'usage') as usage
     from unnest($1::text[], $2::text[]) as r (login, role)`,
    [serving, roles],
  );
  const may = rows.filter(({ usage }) => usage).map(({ login }) => login);
  expect(may).toEqual(['officer', 'worker', 'auditor']);
});

describe('what was refused is refused when tried', () => {
  const reserve = (login: Login) => () =>
    books.reserve('b', { decision: 'd', disbursement: 'x', login });
  test.each<[string, () => Promise<unknown>]>([
    [
      'portal receives',
      () => books.rows('portal', `select ledger.receive(null, 1, 'USD', null, 0, 'x', now())`),
    ],
    ['api reserves', reserve('api')],
    ['portal reserves', reserve('portal')],
    ['auditor reserves', reserve('auditor')],
    ['officer books a fee', () => books.fee('pi', 1n, 'txn_1:fee', 'officer')],
    ['officer settles', () => books.settle('b', 1, 're_1:succeeded', 'officer')],
    ['portal reads', () => books.rows('portal', 'select * from ledger.bond')],
    ['officer reads the oracle', () => books.rows('officer', 'select * from ledger.oracle')],
    [
      'worker appends by itself',
      () =>
        books.rows(
          'worker',
          `select ledger.append(null, 'post', 'paid',
      'processor:clearing', 'bond', 1, 'x:y', 1, '', now())`,
        ),
    ],
    [
      'worker inserts a transfer',
      () => books.rows('worker', 'insert into ledger.transfer (owner_id) values (null)'),
    ],
    ['worker sets a balance', () => books.rows('worker', 'update ledger.account set held = 0')],
    [
      'worker approves',
      () => books.rows('worker', 'update ledger.decision set approved_by = null'),
    ],
    [
      'worker asks as a person',
      () =>
        books.inTheNameOf(
          'ama',
          `insert into ledger.decision (id, owner_id, refund, currency, requested_by, decided_at)
       values ($1, $1, 1, 'USD', $2, now())`,
          [idOf('b'), idOf('ama')],
          'worker',
        ),
    ],
  ])('%s', async (_, attempt) => {
    await books.refused('42501', attempt);
  });
});

describe('the books are only added to, even by their owner', () => {
  test.each([
    'update ledger.transfer set amount = 1',
    'delete from ledger.transfer',
    'truncate ledger.transfer cascade',
    'update ledger.received_payment set to_bond = 0',
    'delete from ledger.received_payment',
    'truncate ledger.received_payment cascade',
    'delete from ledger.account',
    'delete from ledger.decision',
    'update ledger.decision set refund = refund + 1',
  ])('%s', async (statement) => {
    await books.receive('kept', { payment: 'pi_kept' });
    await books.byRule(`d_kept_${statement}`, 'kept', full);
    await books.refused('VB009', () => books.rows('migrator', statement));
  });
});
