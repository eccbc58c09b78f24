// A departure that nobody recorded, proved by what its traveller sends: by what stands on the screen.
import sharp from 'sharp';
import { texts as portalTexts } from '../../apps/portal/src/text/index.ts';
import { texts as officerTexts } from '../../apps/officer/src/text/index.ts';
import { evidenceChecks } from '#departure';
import { Temporal } from '#kernel';
import { until, type Stage, type Window } from './stage.ts';

/** A photograph of a boarding pass, as far as the program can tell. */
const aPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#d8d2c4' } })
    .jpeg()
    .toBuffer();

/** The traveller states the departure, adds a file that is refused and one that is kept, and sends. */
export async function provesTheDeparture(
  stage: Stage,
  window: Window,
  reference: string,
): Promise<void> {
  const { page, look } = window;
  const t = portalTexts.textFor(look.lang);
  await window.open(`${stage.processes.urls.portal}/cases/${reference}`);
  await window.follow(t('evidence.panel.report'));
  const day = Temporal.Now.plainDateISO('UTC');
  await page.locator('[name="departedOn-day"]').fill(`${day.day}`);
  await page.locator('[name="departedOn-month"]').fill(`${day.month}`);
  await page.locator('[name="departedOn-year"]').fill(`${day.year}`);
  await page.locator('[name="port"][value="BKO"]').check();
  // Something is missing: what was typed is kept.
  await window.press(t.dynamic('web.saveAndContinue'));
  await page.getByRole('link', { name: t('evidence.error.kind') }).waitFor();
  await page.locator('[name="kind"][value="boarding_pass"]').check();
  await window.press(t.dynamic('web.saveAndContinue'));
  await addsAFile(window, 'pass.pdf', Buffer.from('<script>alert(1)</script>'));
  await page.getByRole('link', { name: t('files.refused.unknown_type') }).waitFor();
  await addsAFile(window, '../../etc/pass.pdf', await aPicture());
  await page
    .getByText(t('files.number', { n: '1' }), { exact: true })
    .first()
    .waitFor();
  await window.inspect();
  await window.press(t('files.sendButton'));
  await page.getByText(t('tracking.notice.evidence_sent')).waitFor();
}

async function addsAFile(window: Window, name: string, buffer: Buffer): Promise<void> {
  const { page, look } = window;
  const t = portalTexts.textFor(look.lang);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const sent = page.waitForURL(/\/departure\/files/, { waitUntil: 'load' });
  await page.getByRole('button', { name: t('files.button'), exact: true }).click();
  await sent;
}

/** The first officer opens every file, ticks the list and proposes to accept. */
export async function checksTheProof(
  stage: Stage,
  window: Window,
  reference: string,
): Promise<void> {
  const { page, look } = window;
  const t = officerTexts.textFor(look.lang);
  await window.open(`${stage.processes.urls.officer}/evidence`);
  await window.follow(t('evidence.lookAt', { reference }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('checked.file', { n: '1' }) }).click(),
  ]);
  if (download.suggestedFilename() !== `${reference}.jpg`) {
    throw new Error(download.suggestedFilename());
  }
  for (const check of evidenceChecks) {
    await page.locator(`[name="checks"][value="${check}"]`).check();
  }
  await page.locator('[name="outcome"][value="accept"]').check();
  await window.press(t('checked.propose'));
  await page.getByText(t('evidence.done.proposed')).waitFor();
}

/** The second person confirms what the first proposed. */
export async function confirmsTheProof(
  stage: Stage,
  window: Window,
  reference: string,
): Promise<void> {
  const { page, look } = window;
  const t = officerTexts.textFor(look.lang);
  await window.open(`${stage.processes.urls.officer}/evidence`);
  await window.follow(t('evidence.lookAt', { reference }));
  await window.press(t('checked.confirm.accept'));
  await page.getByText(t('evidence.done.accepted')).waitFor();
  await until('the bond cancelled', async () => {
    const { state } = await stage.one<{ state: string }>(
      'select state from evidence where reference = $1',
      reference,
    );
    return state === 'settled';
  });
}
