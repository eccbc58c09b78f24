import { expect, test } from '@jest/globals';
import { permissions, permissionsOf, roles, type Permission, type Role } from './permissions.ts';

// Written by hand and on purpose not taken from the table: a change there must be meant here too.
const HEAD = [
  ...['applicant', 'officer', 'head_of_section', 'adjudicator', 'appeal_member', 'treasury'],
  ...['auditor', 'administrator'],
];
const MATRIX: Record<Permission, string> = {
  'case.apply': 'yes no  no  no  no  no  no  no',
  'case.own': 'yes no  no  no  no  no  no  no',
  'bond.pay': 'yes no  no  no  no  no  no  no',
  'case.read': 'no  yes yes yes yes no  yes no',
  'case.review': 'no  yes yes no  no  no  no  no',
  'bond.direct': 'no  yes yes no  no  no  no  no',
  'bond.approve': 'no  no  yes no  no  no  no  no',
  'visa.issue': 'no  yes yes no  no  no  no  no',
  'money.read': 'no  yes yes yes yes yes yes no',
  'movement.read': 'no  yes yes yes yes no  no  no',
  'movement.record': 'no  yes yes no  no  no  no  no',
  'movement.confirm': 'no  no  yes no  no  no  no  no',
  'suspense.resolve': 'no  no  no  no  no  yes no  no',
  'event.retry': 'no  no  no  no  no  yes no  no',
  'refund.approve': 'no  no  no  no  no  yes no  no',
  'money.export': 'no  no  no  no  no  yes yes no',
  'breach.adjudicate': 'no  no  no  yes no  no  no  no',
  'breach.appeal': 'no  no  no  no  yes no  no  no',
  'programme.switch': 'no  no  yes no  no  no  no  no',
  'audit.read': 'no  no  no  no  no  no  yes no',
  'staff.manage': 'no  no  no  no  no  no  no  yes',
  'border.manage': 'no  no  no  no  no  no  no  yes',
};

test('the matrix speaks of every role and every permission', () => {
  expect(roles).toEqual(HEAD);
  expect(Object.keys(MATRIX).sort()).toEqual([...permissions].sort());
});

const cells = Object.entries(MATRIX).flatMap(([permission, line]) =>
  line.split(/ +/).map((answer, i) => [HEAD[i] as Role, permission as Permission, answer] as const),
);
test.each(cells)('%s × %s: %s', (role, permission, answer) => {
  expect(permissionsOf([role]).has(permission)).toBe(answer === 'yes');
});

test('several roles add up, and none give nothing', () => {
  expect([...permissionsOf(['treasury', 'administrator'])].sort()).toEqual([
    'border.manage',
    'event.retry',
    'money.export',
    'money.read',
    'refund.approve',
    'staff.manage',
    'suspense.resolve',
  ]);
  expect(permissionsOf([]).size).toBe(0);
});

test('no role alone both asks for a bond below the default and approves it for treasury', () => {
  for (const role of roles) {
    const held = permissionsOf([role]);
    expect(held.has('bond.direct') && held.has('refund.approve')).toBe(false);
    expect(held.has('audit.read') && held.has('bond.direct')).toBe(false);
    expect(held.has('breach.adjudicate') && held.has('bond.direct')).toBe(false);
    expect(held.has('breach.adjudicate') && held.has('breach.appeal')).toBe(false);
  }
});
