/**
 * Who may do what, as one table. Code asks for permissions, never for roles; a role is only a
 * bundle of them. That one person takes both sides of a decision is stopped at the decision.
 */
export const permissions = [
  'case.apply',
  'case.own',
  'bond.pay',
  'case.read',
  'case.review',
  'bond.direct',
  'bond.approve',
  'visa.issue',
  'money.read',
  'movement.read',
  'movement.record',
  'movement.confirm',
  'suspense.resolve',
  'event.retry',
  'refund.approve',
  'money.export',
  'breach.adjudicate',
  'breach.appeal',
  'programme.switch',
  'audit.read',
  'staff.manage',
  'border.manage',
] as const;
export type Permission = (typeof permissions)[number];

const officer = [
  'case.read',
  'case.review',
  'bond.direct',
  'visa.issue',
  'money.read',
  'movement.read',
  'movement.record',
] as const satisfies readonly Permission[];

export const rolePermissions = {
  applicant: ['case.apply', 'case.own', 'bond.pay'],
  officer,
  head_of_section: [...officer, 'bond.approve', 'movement.confirm', 'programme.switch'],
  adjudicator: ['case.read', 'money.read', 'movement.read', 'breach.adjudicate'],
  appeal_member: ['case.read', 'money.read', 'movement.read', 'breach.appeal'],
  treasury: ['money.read', 'suspense.resolve', 'event.retry', 'refund.approve', 'money.export'],
  auditor: ['case.read', 'money.read', 'money.export', 'audit.read'],
  administrator: ['staff.manage', 'border.manage'],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof rolePermissions;
/** Every applicant is one by kind; these are granted to staff. */
export type StaffRole = Exclude<Role, 'applicant'>;

export const roles = Object.keys(rolePermissions) as Role[];
export const staffRoles = roles.filter((r): r is StaffRole => r !== 'applicant');

export const permissionsOf = (held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(held.flatMap((role): readonly Permission[] => rolePermissions[role]));
