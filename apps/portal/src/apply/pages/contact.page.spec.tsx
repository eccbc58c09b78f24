import { expect, test } from '@jest/globals';
import { contactPage } from './contact.page.tsx';
import { specFacts } from '../../../../../test/support/portal-form.ts';

const page = contactPage();
const given = { phone: '+1 202 555 0142', address: '12 Example Street' };
const problems = (change: Record<string, string>) =>
  page.errors({ ...given, ...change }, specFacts()).map((e) => `${e.field}: ${e.key}`);

test.each([
  [{}, []],
  [{ phone: '(202) 555-0142' }, ['phone: apply.error.phoneCountry']],
  [{ phone: '+223 (20) 22-50-92' }, []],
  [{ phone: '' }, ['phone: apply.error.phoneMissing']],
  [{ phone: '12345' }, ['phone: apply.error.phone']],
  [{ phone: '+1 202 CALL' }, ['phone: apply.error.phone']],
  [{ phone: '1'.repeat(16) }, ['phone: apply.error.phone']],
  [{ address: '' }, ['address: apply.error.addressMissing']],
  [{ address: 'x'.repeat(301) }, ['address: apply.error.tooLong']],
])('%j', (change, expected) => expect(problems(change)).toEqual(expected));

test('then the answers are checked', () => expect(page.next(given)).toBe('check'));

test('a telephone number is kept as it is called from anywhere', () => {
  expect(page.kept?.({ ...given, phone: '(+223) 20 22 50 92' })).toEqual({
    ...given,
    phone: '+22320225092',
  });
  const [error] = page.errors({ ...given, phone: '(202) 555-0142' }, specFacts());
  expect(error?.params).toEqual({ guess: '+1 202 555 0142' });
});
