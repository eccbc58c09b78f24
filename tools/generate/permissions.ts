// Who holds which permission, from the one table that the guards of every route ask.
import { permissions, rolePermissions, roles } from '#identity';
import type { Generator } from '../generate.ts';

async function generate(): Promise<string> {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const holds = (role: (typeof roles)[number], permission: string) =>
    (rolePermissions[role] as readonly string[]).includes(permission) ? 'yes' : '';
  return [
    '# Who may do what',
    '',
    'Routes and services ask for a permission, never for a role; a role is only a bundle of them. That nobody takes both sides of a decision is checked at the decision, in the service and in the database. Source: `libs/identity/src/domain/permissions.ts`.',
    '',
    row(['permission', ...roles.map((role) => role.replaceAll('_', ' '))]),
    row(['---', ...roles.map(() => '---')]),
    ...permissions.map((permission) =>
      row([`\`${permission}\``, ...roles.map((role) => holds(role, permission))]),
    ),
    '',
  ].join('\n');
}

export const permissionTable: Generator = { file: 'docs/security/permissions.md', generate };
