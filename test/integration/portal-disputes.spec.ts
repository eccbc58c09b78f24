// A dispute as whoever paid reads of it: the mail, and the page that keeps what the mail promises.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renderMail } from '#notification';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const SITES = { portal: 'https://portal.example', officer: 'https://officer.example' };

async function lastMail(reference: string, language: 'en' | 'fr'): Promise<string> {
  const { template, params } = await world.one<{
    template: 'payment_disputed' | 'payment_stands';
    params: Record<string, string>;
  }>(
    `select template, params from mail where params->>'reference' = $1 order by id desc limit 1`,
    reference,
  );
  return renderMail(template, language, params, SITES).text.replaceAll(/\s+/g, ' ');
}

async function disputed(more: object = {}) {
  const payer = await Payer.held(world);
  const { id: bondId } = await world.one<{ id: string }>(
    'select id from bond where reference = $1',
    payer.reference,
  );
  const id = await world.dispute(bondId, more);
  await world.news();
  return { payer, id, page: `/cases/${payer.reference}` };
}

test('disputed, and won: what happened, who must act by when, what silence does', async () => {
  const { payer, id, page } = await disputed();
  const mail = await lastMail(payer.reference, 'en');
  expect(mail).toContain('The portal shows who must act, and by when.');
  const { words } = await payer.visitor.get(page);
  expect(words).toContain('The payer’s bank disputes the payment.');
  expect(words).toMatch(/Who must act: we must, by \d+ \w+ \d{4}/);
  expect(words).toContain('If nobody answers, the dispute is lost');
  const french = await payer.visitor.get(`${page}?lang=fr`);
  expect(french.words).toContain('À qui d’agir : à nous, avant le');
  expect(french.words).toContain('Sans réponse, la contestation est perdue');
  expect(await lastMail(payer.reference, 'fr')).toContain('conteste ce paiement');

  await world.becomes(id, 'win');
  await world.news();
  expect(await lastMail(payer.reference, 'en')).toContain('Everything goes on as before.');
  const won = await payer.visitor.get(`${page}?lang=en`);
  expect(won.words).toContain('The bank decided that the payment of $10,000 was right.');
  expect(won.words).toContain('Your bond is held.');
});

test('a debit that bounced: nobody is heard, and the bond is to be posted again', async () => {
  const { payer, page } = await disputed({ final: true, reason: 'insufficient_funds' });
  const { words } = await payer.visitor.get(page);
  expect(words).toContain('The bank gave $10,000 back to the payer.');
  expect(words).toContain('You get an email if the bond must be posted again.');
  const { id: bondId } = await world.one<{ id: string }>(
    'select id from bond where reference = $1',
    payer.reference,
  );
  await world.settled(bondId, 'post_again');
  const again = await payer.visitor.get(page);
  expect(again.words).toContain('so the bond must be posted again');
  expect(again.words).toContain('If nobody posts the bond in time, the application lapses.');
});

test('a warning of fraud is not told to whoever may have caused it', async () => {
  const payer = await Payer.held(world);
  const { id: bondId } = await world.one<{ id: string }>(
    'select id from bond where reference = $1',
    payer.reference,
  );
  await world.warn(bondId);
  await world.news();
  const { words } = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(words).not.toMatch(/fraud|frozen|warn/i);
});
