import { describe, expect, test } from '@jest/globals';
import { factNames } from './mail-facts.ts';
import { languages, mailTemplates, paramsOf, problemsOfParams } from './mails.ts';
import { renderMail } from './render.ts';

const SITES = { portal: 'https://portal.example', officer: 'https://officer.example' };
const REFERENCE = { reference: 'VB-7K3M-9Q2X' };
const FACTS = {
  amount: '1000000 USD',
  postBy: '2026-12-27T04:59:59.999Z America/New_York',
  validUntil: '2027-02-24',
  stayDays: '30',
  leaveBy: '2027-01-15',
  ports: 'Bamako–Sénou (Modibo Keïta) (BKO)',
  paperCode: '7K3M-9Q2X-4TZ8',
  city: 'Washington',
  address: 'Consular Section of Mali, 100 Example Street NW, Washington, DC 20008',
  hours: '1-5 09:00-12:30',
  telephone: '+1 202 555 0142',
  email: 'visa.washington@mali.example',
  invented: 'yes',
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const mailIn = (language: 'en' | 'fr', facts: Record<string, string> = FACTS) =>
  renderMail('bond_required', language, { ...REFERENCE, ...facts }, SITES);

test('the facts stand in the mail, each in the reader’s words', () => {
  const { text, html } = mailIn('en');
  expect(text).toContain('Amount: $10,000');
  expect(text).toContain('Post the bond by: 26 December 2026 at 23:59 UTC−5');
  expect(text).toContain('Enter by: 24 February 2027');
  expect(text).toContain('Longest stay: 30 days');
  expect(text).toContain('Leave by: 15 January 2027');
  expect(text).toContain('Listed ports: Bamako–Sénou (Modibo Keïta) (BKO)');
  expect(text).toContain(
    'https://portal.example/check that this direction is real: 7K3M-9Q2X-4TZ8',
  );
  expect(html).toContain('Amount: $10,000<br>Post the bond by: 26 December 2026');
  const french = plain(mailIn('fr').text);
  expect(french).toContain('Montant : 10 000 $US');
  expect(french).toMatch(/À verser au plus tard le : 26 décembre 2026/);
  expect(french).toContain('Départ au plus tard le : 15 janvier 2027');
});

test('the consulate stands below, with its hours, and says that it is invented', () => {
  expect(mailIn('en').text).toContain(
    'Consulate in Washington\nConsular Section of Mali, 100 Example Street NW, Washington, DC 20008\n' +
      'Opening hours: Monday to Friday, 9am to 12:30pm\nPhone: +1 202 555 0142\n' +
      'Email: visa.washington@mali.example\nThese contact details are not real. They are for this demonstration only.',
  );
  expect(plain(mailIn('fr').text)).toContain('du lundi au vendredi, de 9 h à 12 h 30');
});

test('a mail that was ordered before facts were known is sent without them', () => {
  const { text, calendar } = mailIn('en', {});
  expect(text).not.toContain('Amount');
  expect(text).not.toContain('Consulate in');
  expect(calendar).toBeUndefined();
});

describe('the file for calendars', () => {
  const unfolded = (text: string) => text.replaceAll('\r\n\t', '').replaceAll('\r\n ', '');

  test('has the deadline as a moment, the days as days, and reminders', () => {
    const file = unfolded(mailIn('en').calendar ?? '');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file).toContain('UID:VB-7K3M-9Q2X-postBy@visa-bond-portal');
    expect(file).toContain('DTSTART:20261227T035900Z');
    expect(file).toContain('SUMMARY:Deadline to post the bond for VB-7K3M-9Q2X');
    expect(file).toContain('DTSTART;VALUE=DATE:20270115');
    expect(file).toContain('DTEND;VALUE=DATE:20270116');
    expect(file.match(/BEGIN:VALARM/g)).toHaveLength(6);
    expect(file).toContain('TRIGGER:-P7D');
    expect(file).toContain('https://portal.example/cases/VB-7K3M-9Q2X');
  });

  test('speaks French to who reads French', () => {
    expect(unfolded(mailIn('fr').calendar ?? '')).toContain('Dernier jour pour repartir');
  });
});

test.each([
  ['amount', '10000'],
  ['postBy', '2026-12-26'],
  ['leaveBy', 'tomorrow'],
  ['ports', 'a\nBcc: somebody'],
  ['address', '<b>'],
  ['hours', 'always'],
  ['email', 'two words@example.org'],
])('%s is refused as %j', (name, value) => {
  expect(problemsOfParams('bond_required', { ...REFERENCE, [name]: value })).toEqual([name]);
});

test('facts belong to mails about a case, and a person’s name to none', () => {
  expect(problemsOfParams('bond_required', { ...REFERENCE, ...FACTS })).toEqual([]);
  expect(problemsOfParams('bond_required', { ...REFERENCE, name: 'Ada' })).toEqual(['name']);
  const others = mailTemplates.filter((t) => !paramsOf[t].includes('reference'));
  for (const template of others) {
    const problems = problemsOfParams(template, { amount: FACTS.amount });
    expect(problems).toContain('amount');
  }
  expect(factNames).not.toContain('name');
  expect(languages).toHaveLength(2);
});
