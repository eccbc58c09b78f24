// What no program can do with statements, whatever was changed in it: the database refuses; and what a
// thief with every right could write, the oracle names.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bankStatement } from '../support/bank-files.ts';
import type { Somebody } from '../support/signed-in.ts';
import { Bank } from '../support/world/bank.ts';
import { World } from '../support/world/world.ts';

let world: World;
let bank: Bank;
let ama: Somebody;
let boubacar: Somebody;
let statement: string;
beforeAll(async () => {
  world = await World.start();
  [ama, boubacar] = await world.treasury();
  bank = new Bank(world, ama);
  await bank.says();
  const amount = await bank.payout();
  statement = await bank.says({ amount }, { amount: '-12.50' });
  await bank.compares();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const REFUSED =
  /permission denied|row-level security|check constraint|needs|only added|append|VB009/;
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(REFUSED);
const as = (who: Somebody, sql: string, ...params: unknown[]) =>
  world.asOfficer(who, (tx) => tx.query(sql, params));
const byRule = (sql: string, ...params: unknown[]) => world.byRule((tx) => tx.query(sql, params));

const ENTRY = `insert into bank_entry (id, statement_id, nr, account, currency, name, amount_minor,
  booked_on) select gen_random_uuid(), id, 1, account, currency, 'x', 1, to_on from bank_statement`;
const STATEMENT = `insert into bank_statement (id, file_sha256, nr, kind, account, currency, from_on,
    to_on, opening_minor, closing_minor, entries, follows, sent_by, sent_at)
  select gen_random_uuid(), sha256('x'), 1, 'csv', account, currency, to_on, to_on, closing_minor,
    closing_minor, 0, id, $2, now() from bank_statement where id = $1`;

test('officers change nothing that is kept, and bring statements in their own name alone', async () => {
  for (const table of ['bank_statement', 'bank_entry', 'bank_match', 'bank_open']) {
    await refused(as(ama, `delete from ${table}`));
  }
  await refused(as(ama, 'update bank_statement set closing_minor = 0'));
  await refused(as(ama, 'update bank_statement set taken_at = now()'));
  await refused(as(ama, 'update bank_entry set amount_minor = 1'));
  await refused(as(ama, ENTRY));
  await refused(as(ama, STATEMENT, statement, boubacar.accountId));
  await refused(as(ama, `insert into bank_match select owner_id, seq, id, 'name' from bank_open`));
});

test('who is not of the treasury brings none', async () => {
  const officer = await world.anOfficer();
  await world.rows(
    `delete from account_role where account_id = $1 and role <> 'officer'`,
    officer.accountId,
  );
  const before = await world.rows('select from bank_statement');
  const file = bankStatement(await bank.next());
  await expect(bank.brings(file, officer)).rejects.toThrow('needs treasury');
  expect(await world.rows('select from bank_statement')).toHaveLength(before.length);
});

test('a rule brings no statement and changes no entry; portal and api see none', async () => {
  await refused(byRule(STATEMENT, statement, ama.accountId));
  await refused(byRule(ENTRY));
  await refused(byRule('update bank_entry set amount_minor = 1'));
  await refused(byRule('update bank_statement set closing_minor = 0'));
  await refused(byRule('update bank_match set entry_id = entry_id'));
  await refused(byRule('delete from bank_match'));
  await refused(byRule('update bank_open set amount_minor = 0'));
  for (const login of ['portal', 'api']) {
    const [found] = await world.rows(
      `select bool_or(has_table_privilege(r.rolname, c.oid, 'select')) as sees
       from pg_roles r, pg_class c where r.rolname like '%${login}' and c.relname like 'bank\\_%'
         and c.relkind = 'r' and c.relname not like 'bank\\_report%'`,
    );
    expect([login, found]).toEqual([login, { sees: false }]);
  }
});

/** As whoever gets past every right could write it; the oracle's word for it, then it is undone. */
async function tampered(sql: string, back: string): Promise<string[]> {
  const past = (text: string) =>
    world.rows(
      `set session_replication_role = replica; ${text}; set session_replication_role = origin`,
    );
  await past(sql);
  const found = await world.oracle();
  await past(back);
  expect(await world.oracle()).toEqual([]);
  return [...new Set(found.map((line) => line.split(': ').slice(1, -1).join(': ')))].sort();
}

const CHAIN = expect.stringContaining('its entries make what it adds');
const MATCHED = expect.stringContaining('what is matched is the same in the books');
const ONCE = expect.stringContaining('an entry is matched or open, and not both');
const PEOPLE = expect.stringContaining('two people stand behind what was booked by it');

test('whatever is changed of a statement afterwards is named', async () => {
  const one = `where id = '${statement}'`;
  const by = (column: string, amount: number) =>
    `update bank_statement set ${column} = ${column} + ${amount} ${one}`;
  expect(await tampered(by('closing_minor', 1), by('closing_minor', -1))).toEqual([CHAIN]);
  expect(await tampered(by('entries', 1), by('entries', -1))).toEqual([CHAIN]);
  const entry = (amount: number) =>
    `update bank_entry set amount_minor = amount_minor + ${amount} where statement_id = '${statement}' and nr = 1`;
  expect(await tampered(entry(5), entry(-5))).toEqual([CHAIN, MATCHED].sort());
  const open = (amount: number) => `update bank_open set amount_minor = amount_minor + ${amount}`;
  expect(await tampered(open(5), open(-5))).toEqual([ONCE]);
});

test('what was booked by a statement without two people is named', async () => {
  await world.pass({ days: 2 });
  await bank.compares();
  const { id } = await world.one<{ id: string }>(
    `select id from money_difference where kind = 'bank_only' and state = 'open'`,
  );
  await bank.queue.must(ama, 'propose', id);
  await bank.queue.must(boubacar, 'confirm', id);
  await bank.queue.settles(id);
  const name = (object: string) =>
    `update money_difference set object_id = ${object} where id = '${id}'`;
  expect(await tampered(name(`'x' || object_id`), name('substr(object_id, 2)'))).toEqual([PEOPLE]);
});
