// What mails tell of an account's limits is what the rules hold.
import { expect, test } from '@jest/globals';
import { languages, renderMail } from '#notification';
import { CODE_DIGITS, CODE_MINUTES } from '../domain/mailed-code.ts';
import { NEW_PAYOUT_WAIT_HOURS, UNDO_DAYS } from '../domain/own-account.ts';

const sites = { portal: 'https://portal.example', officer: 'https://officer.example' };
const code = '1'.repeat(CODE_DIGITS);
const hours = `${NEW_PAYOUT_WAIT_HOURS} (hours|heures)`;

test.each(languages.map((language) => [language]))('%s', (language) => {
  const textOf = (template: Parameters<typeof renderMail>[0], params: Record<string, string>) =>
    renderMail(template, language, params, sites).text.replaceAll('\u00a0', ' ');
  const minutes = new RegExp(`${code}[^]* ${CODE_MINUTES} minutes`);
  expect(textOf('sign_up_code', { code })).toMatch(minutes);
  expect(textOf('password_reset_code', { code, site: 'portal' })).toMatch(minutes);
  expect(textOf('email_change_code', { code })).toMatch(minutes);
  expect(textOf('password_changed', { site: 'portal' })).toMatch(new RegExp(hours));
  const changed = textOf('email_changed', { secret: 'x' });
  expect(changed).toMatch(new RegExp(`${UNDO_DAYS} (days|jours)[^]*${hours}`));
});
