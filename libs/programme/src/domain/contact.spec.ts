import { expect, test } from '@jest/globals';
import { maliUs } from '../data/mali-us.ts';
import { usPilot2025 } from '../data/us-pilot-2025.ts';
import { problemsOfContact } from './contact.ts';

const consulates = [...maliUs.consulates, ...usPilot2025.consulates];

test('every shipped consulate can be reached, and its details are marked as invented', () => {
  for (const consulate of consulates) {
    expect([consulate.city, problemsOfContact(consulate.contact)]).toEqual([consulate.city, []]);
    expect(consulate.contact.isInvented).toBe(true);
    expect(consulate.contact.email).toMatch(/\.example$/);
  }
});

const good = consulates[0]!.contact;
test.each([
  [{ ...good, address: [] }, 'address'],
  [{ ...good, address: ['<b>'] }, 'address'],
  [{ ...good, hours: { ...good.hours, closes: '08:00' } }, 'hours'],
  [{ ...good, hours: { ...good.hours, to: 8 } }, 'hours'],
  [{ ...good, telephone: '202 555 0142' }, 'telephone'],
  [{ ...good, email: 'nobody' }, 'email'],
  [null, 'address'],
])('%j is refused by its field', (contact, field) =>
  expect(problemsOfContact(contact)[0]).toContain(field),
);
