import { expect, test } from '@jest/globals';
import { maliUs } from '../data/mali-us.ts';
import { usPilot2025 } from '../data/us-pilot-2025.ts';
import { problemsOfContact } from './contact.ts';

const offices = [...maliUs.consulates, ...usPilot2025.consulates];

test('every shipped office can be reached, and its details are marked as invented', () => {
  for (const office of offices) {
    expect([office.city, problemsOfContact(office.contact)]).toEqual([office.city, []]);
    expect(office.contact.isInvented).toBe(true);
    expect(office.contact.email).toMatch(/\.example$/);
  }
});

const good = offices[0]!.contact;
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
