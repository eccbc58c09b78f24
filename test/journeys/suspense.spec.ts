// Money that names nothing of ours: two people of the treasury send it back to where it came from, and
// one of them looks at the treasury's pages and takes the journal along.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatMoney, money } from '#kernel';
import { texts } from '../../apps/officer/src/text/index.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, until, type Look, type Window } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('first@suspense.example', ['treasury'], 'Ibrahim Touré');
  await stage.staff('second@suspense.example', ['treasury'], 'Salif Koné');
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look, number][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }, 123_400],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }, 567_850],
];

test.each(LOOKS)(
  'stray money is taken, proposed, approved and back with its sender: %s',
  async (_name, look, minor) => {
    const first = await treasury('first@suspense.example', look);
    const second = await treasury('second@suspense.example', look);
    const payment = await arrives(minor);
    const id = await received(payment);
    const amount = formatMoney(money(BigInt(minor), 'USD'), look.lang);

    await takes(first, amount);
    await proposesToReturn(first, amount);
    await approves(second, amount);

    await until('the money gone', async () => (await accountOf(id)).held === '0');
    expect(await accountOf(id)).toEqual({ held: '0', reserved: '0' });
    expect(await refundsOf(payment)).toEqual([{ status: 'succeeded', amount: minor }]);
    await seesItGone(first, id);
    await takesTheJournal(first, minor);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  },
  JOURNEY_MS,
);

const wordsOf = ({ look }: Window) => texts.textFor(look.lang);
const site = () => stage.processes.urls.officer;

async function treasury(email: string, look: Look): Promise<Window> {
  const officer = new Officer(stage, await stage.window(look), email);
  await officer.signsIn();
  return officer.window;
}

/** Paid to our account by somebody, on no page that we opened. */
async function arrives(amount: number): Promise<string> {
  const { id } = await stage.processor<{ id: string }>('_emulator/payment_intents', {
    ...{ amount, currency: 'usd' },
  });
  return id;
}

async function received(payment: string): Promise<string> {
  const found = await until('the money in suspense', async () => {
    const sql = 'select id from ledger.received_payment where cause = $1';
    return (await stage.db.admin.query<{ id: string }>(sql, [`${payment}:paid`])).rows[0];
  });
  return found.id;
}

const accountOf = (id: string) =>
  stage.one<{ held: string; reserved: string }>(
    'select held, reserved from ledger.account where owner_id = $1',
    id,
  );

async function refundsOf(payment: string) {
  const { data } = await stage.processor<{ data: { status: string; amount: number }[] }>(
    `v1/refunds?payment_intent=${payment}`,
  );
  return data.map(({ status, amount }) => ({ status, amount }));
}

/** By the row of the list that says the amount. */
async function opensIt(window: Window, amount: string): Promise<void> {
  await window.open(`${site()}/suspense`);
  await window.page.getByRole('row').filter({ hasText: amount }).getByRole('link').click();
  await window.page.waitForLoadState();
  await window.inspect();
}

async function takes(window: Window, amount: string): Promise<void> {
  const t = wordsOf(window);
  await opensIt(window, amount);
  await window.page.getByText(t('suspense.reasons.unknown_payment')).waitFor();
  await window.press(t('suspenseSteps.one.take'));
  await window.page.getByText(t('suspense.done.taken')).waitFor();
}

/** Sees all that it will cause, and that a second person must agree. */
async function proposesToReturn(window: Window, amount: string): Promise<void> {
  const t = wordsOf(window);
  const { page } = window;
  await window.follow(t('suspenseSteps.choose.return'));
  await page.getByText(t('suspenseSteps.effects.second')).waitFor();
  await page.getByText(amount).last().waitFor();
  await page.getByText(t('suspenseSteps.effects.nobodyTold')).waitFor();
  await window.press(t('suspenseSteps.return.propose'));
  await page.getByText(t('suspense.done.proposed')).waitFor();
  expect(await page.getByRole('button', { name: t('suspenseSteps.one.approve') }).count()).toBe(0);
}

async function approves(window: Window, amount: string): Promise<void> {
  const t = wordsOf(window);
  await opensIt(window, amount);
  await window.page
    .getByText(t('suspenseSteps.one.by', { name: 'Ibrahim Touré' }))
    .first()
    .waitFor();
  await window.press(t('suspenseSteps.one.approve'));
  await window.page.getByText(t('suspense.done.approved'), { exact: true }).waitFor();
}

/** Its page tells who decided, and no list has it any more. */
async function seesItGone(window: Window, id: string): Promise<void> {
  const t = wordsOf(window);
  const { page } = window;
  await window.open(`${site()}/suspense/${id}`);
  const decision = page.getByRole('row').filter({ hasText: 'Salif Koné' });
  await decision.getByText(t('states.suspense.done')).waitFor();
  await window.open(`${site()}/suspense?show=all`);
  expect(await page.locator(`a[href="/suspense/${id}"]`).count()).toBe(0);
}

/** By way of every page of the treasury. */
async function takesTheJournal(window: Window, minor: number): Promise<void> {
  const t = wordsOf(window);
  const { page, look } = window;
  for (const key of ['balances', 'deadlines', 'months', 'exports'] as const) {
    await window.open(`${site()}/treasury`);
    await window.follow(t(`treasury.pages.${key}.name`));
  }
  await page.getByLabel(t('exports.lists.journal.name'), { exact: true }).check();
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-');
  for (const field of ['from', 'until']) {
    await page.fill(`#${field}-day`, day!);
    await page.fill(`#${field}-month`, month!);
    await page.fill(`#${field}-year`, year!);
  }
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: t('exports.button'), exact: true }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(
    `journal-${year}-${month}-${day}-${year}-${month}-${day}.csv`,
  );
  const amount = (minor / 100).toFixed(2);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain(`"${look.lang === 'fr' ? amount.replace('.', ',') : amount}"`);
}
