import { describe, expect, test } from '@jest/globals';
import { languages, mailTemplates, paramsOf, problemsOfParams, isSecret } from './mails.ts';
import { renderMail } from './render.ts';

const PORTAL = 'https://portal.example';
const SITES = { portal: PORTAL, officer: 'https://officer.example' };
const VALUES = {
  code: '01234567',
  reference: 'VB-7K3M-9Q2X',
  site: 'officer',
  secret: 's'.repeat(43),
};
const paramsFor = (template: (typeof mailTemplates)[number]) =>
  Object.fromEntries(paramsOf[template].map((name) => [name, VALUES[name]]));
/** To people who see no case: a link of its own, and the site. */
const NO_CASE: readonly string[] = ['payer_asked', 'payer_released'];
const all = mailTemplates.flatMap((t) => languages.map((l) => [t, l] as const));

describe.each(all)('%s in %s', (template, language) => {
  const mail = renderMail(template, language, paramsFor(template), SITES);

  test('is filled in and short', () => {
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/[{}]|undefined/);
    expect(mail.subject.length).toBeLessThanOrEqual(90);
    expect(mail.text.length).toBeLessThan(1_000);
  });

  test('says that the only payment page is on the portal, after signing in', () => {
    const says = language === 'en' ? 'on the portal only, after you have signed in' : undefined;
    expect(mail.text).toContain(says ?? 'uniquement sur le portail, après connexion');
    expect(mail.text).toContain(PORTAL);
  });

  test('links to its site and nowhere else, in both forms', () => {
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map((m) => m[1]);
    expect(links).toHaveLength(1);
    const reference = paramsFor(template).reference;
    const site = paramsOf[template].includes('site') ? SITES.officer : PORTAL;
    expect(links[0]).toMatch(
      reference && !NO_CASE.includes(template) ? `${site}/cases/${reference}` : site,
    );
    expect(links[0]).not.toContain('undefined');
    expect(mail.text).toContain(`\n${links[0]}\n`);
  });

  test('breaks no line before a French sign', () => {
    const signs = language === 'fr' ? / [:;?!»%]|« / : /^$/;
    expect(`${mail.subject}\n${mail.text}`).not.toMatch(signs);
  });

  test('carries no amount and no date that it was not given', () => {
    expect(mail.text).not.toMatch(/\$|USD|\b20\d\d\b/);
  });
});

test('what a mail is filled with is checked by name and shape', () => {
  expect(problemsOfParams('bond_required', { reference: VALUES.reference })).toEqual([]);
  expect(problemsOfParams('bond_required', {})).toEqual(['reference']);
  expect(problemsOfParams('bond_required', { reference: 'Ada Lovelace' })).toEqual(['reference']);
  expect(problemsOfParams('sign_up_code', { code: '12345' })).toEqual(['code']);
  expect(problemsOfParams('already_registered', { name: 'Ada' })).toEqual(['name']);
});

test('mails with a code or a secret are forgotten once sent', () => {
  expect(mailTemplates.filter(isSecret)).toEqual([
    ...['sign_up_code', 'password_reset_code', 'email_change_code', 'email_changed'],
    'payer_asked',
  ]);
});

test('a mail that lacks something is not written', () => {
  expect(() => renderMail('case_received', 'en', {}, SITES)).toThrow('lacks reference');
});

test('markup in a value stays text', () => {
  const mail = renderMail('case_received', 'en', { reference: '<b>&' }, SITES);
  expect(mail.html).toContain('&lt;b&gt;&amp;');
  expect(mail.html).not.toContain('<b>');
});
