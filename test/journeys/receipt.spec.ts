// Somebody is shown a receipt on paper and holds a telephone: it says whether the receipt is real, and from
// the day after leads to the proof that its payment is in the books.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instantFromDate, Temporal } from '#kernel';
import { texts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { scan } from '../support/pdf.ts';
import { sealingWorker } from '../support/sealing-worker.ts';
import { verifySeals } from '../support/verify-seals.ts';
import { Applicant } from './applicant.ts';
import { postsTheBond } from './beforehand.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, type Look, type Window } from './stage.ts';

const TWO_DAYS = Temporal.Duration.from({ hours: 49 });
const AT_A_DESK: Look = { lang: 'en', js: true, width: 1280 };
const folder = mkdtempSync(join(tmpdir(), 'day-seals-'));
let stage: Stage;
let addresses: string[];

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@receipt.example', ['officer']);
  const applicant = new Applicant(
    stage,
    await stage.window(AT_A_DESK),
    'payer@receipt.example',
    aPassport(),
  );
  await postsTheBond(
    applicant,
    new Officer(stage, await stage.window(AT_A_DESK), 'officer@receipt.example'),
  );
  const receipt = `${stage.processes.urls.portal}/cases/${applicant.reference}/bond/receipt.pdf`;
  addresses = scan(await (await applicant.window.page.request.get(receipt)).body());
}, JOURNEY_MS);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  expect(await stage.stop()).toEqual([]);
});

/** The day of the payment is over, and its seal is published. */
async function theDayIsSealed(): Promise<void> {
  const { sealing, close } = await sealingWorker(stage.db, folder);
  await sealing.sweep(instantFromDate(new Date()).add(TWO_DAYS));
  await sealing.publish();
  await close();
}

async function scans(window: Window, address: string): Promise<void> {
  await window.open(`${stage.processes.urls.portal}/?lang=${window.look.lang}`);
  await window.open(address);
  await window.press(texts.textFor(window.look.lang)('check.button'));
}

const LANGS = ['en', 'fr'] as const;

test.each(LANGS)(
  'both codes on the paper lead a telephone to the same answer, before there is a proof: %s',
  async (lang) => {
    const t = texts.textFor(lang);
    expect(addresses).toHaveLength(2);
    for (const address of addresses) {
      const window = await stage.window({ lang, js: true, width: 390 });
      await scans(window, address);
      await window.page.getByRole('heading', { name: t('check.real.title') }).waitFor();
      await window.page.getByText(t('check.kind.receipt'), { exact: true }).waitFor();
      await window.page.getByText(t('proof.inclusion.notYet')).waitFor();
      expect(window.page.url()).not.toContain(address.split('#')[1]);
      expect(window.complaints).toEqual([]);
    }
  },
  JOURNEY_MS,
);

test(
  'one letter changed is no receipt of ours',
  async () => {
    const window = await stage.window({ lang: 'en', js: true, width: 390 });
    const last = addresses[0]!.at(-1)!;
    await scans(window, addresses[0]!.slice(0, -1) + (last === '7' ? '8' : '7'));
    await window.page.getByText(texts.textFor('en')('check.error.mistyped')).first().waitFor();
  },
  JOURNEY_MS,
);

test.each(LANGS)(
  'from the day after, it leads to a proof that anybody can check: %s',
  async (lang) => {
    const t = texts.textFor(lang);
    if (lang === LANGS[0]) await theDayIsSealed();
    const window = await stage.window({ lang, js: true, width: 390 });
    await scans(window, addresses[0]!);
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      window.page.getByRole('button', { name: t('proof.inclusion.file') }).click(),
    ]);
    await download.saveAs(join(folder, 'proof.json'));
    expect(await verifySeals(folder)).toMatchObject({ code: 0 });
    expect(window.complaints).toEqual([]);
  },
  JOURNEY_MS,
);
