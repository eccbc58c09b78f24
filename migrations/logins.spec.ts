import { expect, test } from '@jest/globals';
import { rolePrefixProblem, roleOf, withRoles } from './logins.ts';

const [portal, worker] = [roleOf('portal'), roleOf('worker')];

test('a role has the prefix of the installation, and grants and policies get it', () => {
  expect(portal).toBe('visa_bond_portal');
  expect(withRoles('grant select on x to portal,\n  worker;')).toBe(
    `grant select on x to ${portal},\n  ${worker};`,
  );
  expect(withRoles('revoke all on x from public, portal')).toBe(
    `revoke all on x from public, ${portal}`,
  );
  expect(withRoles('create policy p on x for select to worker using (true)')).toBe(
    `create policy p on x for select to ${worker} using (true)`,
  );
});

test('what is no list of roles stays: values, columns, other names', () => {
  for (const sql of [
    `check (role in ('officer', 'auditor'))`,
    'create policy portal_opens on visa_case',
    'select * from worker_state',
    'grant execute on function f() to portal_reader',
  ]) {
    expect(withRoles(sql)).toBe(sql);
  }
});

test.each(["session_user = 'officer'", "case session_user when 'api' then 1 end"])(
  'a comparison with a bare name is refused, since it would never hold: %s',
  (sql) => expect(() => withRoles(sql)).toThrow('compare app.login() instead'),
);

test.each(['', 'pg_mine_', 'Visa_', '1x', 'a-b', `x'; drop`, 'x'.repeat(41)])(
  'the prefix "%s" is refused and named',
  (prefix) => expect(rolePrefixProblem(prefix)).toContain('DATABASE_ROLE_PREFIX'),
);
