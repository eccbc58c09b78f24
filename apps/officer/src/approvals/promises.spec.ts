// What the pages of approvals say of who decides, held by the rights that roles have.
import { expect, test } from '@jest/globals';
import { rolePermissions, type Role } from '#identity';
import { texts } from '../text/index.ts';

const mayApprove = (role: Role): boolean =>
  (rolePermissions[role] as readonly string[]).includes('bond.approve');

test('a head of section decides, as the page says to those who may not', () => {
  const says = texts.textFor('en').dynamic('approvals.one.noRight');
  expect(says).toContain('A head of section decides');
  const roles = (Object.keys(rolePermissions) as Role[]).filter(mayApprove);
  expect(roles).toEqual(['head_of_section']);
});
