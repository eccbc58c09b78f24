// The treasury's pages of bank statements: bringing one, why one is refused, and what of it is in the books;
// and all three sides beside each other.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BalanceAsking } from '#treasury';
import { bankStatement, csvStatement, type Booked } from '../support/bank-files.ts';
import { oracleWatch } from '../support/oracle-watch.ts';
import { Bank } from '../support/world/bank.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let bank: Bank;
let awa: Visitor;
let bakary: Visitor;
let reader: Visitor;
beforeAll(async () => {
  world = await World.start();
  const [ama] = await world.treasury();
  bank = new Bank(world, ama);
  awa = await world.signedIn(['treasury']);
  bakary = await world.signedIn(['treasury'], 'Bakary Diallo');
  reader = await world.signedIn(['auditor'], 'Fanta Traoré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const HOME = '/reconciliation/statements';
const words = async (path: string, who = awa) => (await who.get(path)).words;
const sends = (file: string | Buffer, who = awa) =>
  who.upload(HOME, 'statement.xml', Buffer.from(file));

/** Everything is read and added up as it is now. */
async function readAgain(): Promise<void> {
  await bank.queue.compares();
  await bank.compares();
  await world.rows(`set session_replication_role = replica;
    update processor_balance set told_at = told_at - interval '61 minutes';
    set session_replication_role = origin`);
  await world.worker.get(BalanceAsking).sweep();
  expect(await oracleWatch((token) => world.worker.get(token)).pass()).toEqual([]);
}

test('before any statement the pages say what to do', async () => {
  expect(await words(HOME)).toContain('Upload the first one');
  expect(await words('/treasury')).toContain('Bank statements');
  expect((await awa.get(HOME)).body).toMatch(/href="\/treasury"[^>]*aria-current/);
  expect(await words(HOME, reader)).not.toContain('Upload a statement');
});

test('a file that is refused says why, in both languages, and nothing is kept', async () => {
  const today = await bank.today();
  const of = { from: today, opening: '0.00', closing: '0.00' };
  const wrong = (entries: Booked[]) => csvStatement({ ...of, entries });
  for (const [code, file, en, fr] of [
    [
      'other_account',
      bankStatement({ ...of, account: 'DE89370400440532013000' }),
      'a statement of another bank or account, ending in 3000. Nothing was kept',
      'celui d’une autre banque ou d’un autre compte, se terminant par 3000',
    ],
    [
      'wrong_currency',
      bankStatement({ ...of, currency: 'EUR' }),
      'in EUR. Our account is in USD',
      'notre compte en USD',
    ],
    [
      'sum_differs',
      bankStatement({ ...of, closing: '5.00' }),
      'closing balance of $5',
      'solde de clôture (5',
    ],
    [
      'csv_amount',
      wrong([{ amount: '1 000' }]),
      'Line 3, column amount',
      'Ligne 3, colonne amount',
    ],
    ['not_xml', bankStatement(of).slice(0, -9), 'not complete XML', 'pas un document XML complet'],
    ['empty', '', 'not empty', 'pas vide'],
    ['too_large', ' '.repeat(6 * 1024 * 1024), 'too large', 'trop volumineux'],
  ] as const) {
    const { to } = await sends(file);
    expect(to).toMatch(new RegExp(`^${HOME}\\?refused=${code}[^#]*#statement$`));
    expect((await words(to!)).replaceAll('\u00a0', ' ')).toContain(en);
    const french = await words(to!.replace('?', '?lang=fr&'));
    expect(french.replace(/[\u00a0\u202f]/g, ' ')).toContain(fr);
    await awa.get(`${HOME}?lang=en`);
  }
  expect(await words(`${HOME}?refused=x%3Cscript%3E`)).not.toContain('script');
  expect(await words(`${HOME}?refused=csv_date&line=%3Cb%3E&column=a%20b`)).not.toContain('<b>');
  expect(await world.rows('select from bank_statement')).toEqual([]);
  expect((await sends(bankStatement(of), reader)).status).toBe(403);
});

test('a payout and a charge: the statement, the line of the queue, and all sides at the end', async () => {
  const first = await bank.next();
  const opened = await sends(bankStatement({ ...first, opening: '100.00', closing: '100.00' }));
  expect(opened.to).toMatch(/\/[\w-]{36}\?notice=kept$/);
  expect(await words(opened.to!)).toContain('There are no new entries in this statement');
  const amount = await bank.payout();
  const today = await bank.today();
  const closing = (Number(amount) + 100 - 12.5).toFixed(2);
  const second = bankStatement({
    ...{ from: today, opening: '100.00', closing },
    entries: [
      { amount, reference: 'P-1' },
      { amount: '-12.50', reference: 'C-1' },
    ],
  });
  const { to } = await sends(second);
  expect(await words(to!)).toContain('Being compared');
  const again = await sends(second, bakary);
  expect(again.to).toBe(to!.replace('kept', 'sent_before'));
  expect(await words(again.to!, bakary)).toContain('This file was uploaded before');
  await readAgain();
  expect(await words(to!)).toContain('1 entry waits for the books');
  expect(await words('/reconciliation')).toContain('The bank agrees');
  await world.pass({ days: 2 });
  await readAgain();
  const shown = await words(HOME);
  expect(shown).toMatch(/1 difference .* You/);
  const summary = await words('/reconciliation');
  expect(summary).toContain('In the account before the first statement $100');
  expect(summary).toContain('Differences in the list -$12.50');
  expect(summary).toContain('1 difference explains everything');
  expect(await words('/')).toContain('Differences 1');
  const line = /href="(\/differences\/[\w-]{36})"/.exec((await awa.get(to!)).body)![1]!;
  expect(await words(line)).toContain('The bank’s statement shows this');
  expect(await words(line)).toContain('$12.50 leave our bank account at the operator’s expense');
  expect(await words('/differences')).toMatch(/-\$12\.50 Entry of the bank On the statement only/);
  await awa.post(`${line}/propose`);
  await bakary.post(`${line}/confirm`);
  await bank.queue.settles(line.split('/').at(-1)!);
  await readAgain();
  expect(await words(to!)).toContain('All in the books');
  expect(await words('/reconciliation')).toContain('The bank agrees');
  expect(await words('/reconciliation')).not.toContain('Not explained');
});

test('statements older than ten days say nothing of today', async () => {
  await world.pass({ days: 11 });
  expect(await words('/reconciliation')).toContain(
    'ended more than ten days ago. Upload a statement',
  );
});

test('in French without a key in sight; and what is not there is not found', async () => {
  const { id } = await world.one<{ id: string }>('select id from bank_statement limit 1');
  const line = await world.one<{ id: string }>('select id from money_difference limit 1');
  for (const path of [HOME, `${HOME}/${id}`, '/reconciliation', `/differences/${line.id}`]) {
    const french = await words(`${path}?lang=fr`);
    expect(french).toMatch(/Relevé|relevé/);
    expect(french).not.toMatch(/bankStatements\.|reconciliation\.|differences\./);
  }
  expect((await awa.get(`${HOME}/00000000-0000-7000-8000-000000000000`)).status).toBe(404);
});
