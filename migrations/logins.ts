// The database logins, one per process, and what their roles are called on the server.
// PostgreSQL's roles belong to the whole server, so that every application's names meet there: ours
// begin with a prefix that an installation may choose. Migrations name a login by what it is for, and
// only here does it become a role.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The migrator owns the schema and never serves. */
export const logins = ['migrator', 'portal', 'officer', 'api', 'worker', 'auditor'] as const;
export type Login = (typeof logins)[number];

export const ROLE_PREFIX_DEFAULT = 'visa_bond_';
const rolePrefix = process.env['DATABASE_ROLE_PREFIX'] || ROLE_PREFIX_DEFAULT;

/** What is wrong with the prefix, if anything; asked before the first statement. */
export function rolePrefixProblem(prefix: string = rolePrefix): string | undefined {
  if (/^(?!pg_)[a-z][a-z0-9_]{0,39}$/.test(prefix)) return undefined;
  return (
    `DATABASE_ROLE_PREFIX: "${prefix}" must be at most 40 small letters, digits and underscores, ` +
    'begin with a letter and not with pg_.'
  );
}

/** The role of a login on the server. */
export const roleOf = (login: Login): string => `${rolePrefix}${login}`;

const NAME = `(?:public|${logins.join('|')})`;
/** Where SQL lists roles: the end of a grant, a revoke or a policy. */
const LISTED = new RegExp(`\\b(to|from)(\\s+)(${NAME}(?:\\s*,\\s*${NAME})*)\\b`, 'gi');
const COMPARED = new RegExp(`\\b(session_user|current_user)\\b[^;']{0,60}'${NAME}'`, 'i');

/** The same SQL with the roles of this installation. */
export function withRoles(sql: string): string {
  const [compared] = COMPARED.exec(sql) ?? [];
  if (compared) throw new Error(`compare app.login() instead of a role's name: ${compared}`);
  return sql.replace(
    LISTED,
    (_, verb: string, space: string, names: string) =>
      verb +
      space +
      names.replace(/\w+/g, (name) => (name === 'public' ? name : rolePrefix + name)),
  );
}

/** Body of app.login(): which of our logins began this session; null for everybody else. */
export const LOGIN_OF_SESSION = `case session_user
    ${logins.map((login) => `when '${roleOf(login)}' then '${login}'`).join('\n    ')} end`;

type MigrationClass = new () => MigrationInterface;

/** A migration that runs with the roles of this installation. */
export function forThisInstallation(Migration: MigrationClass): MigrationClass {
  const named = class extends Migration {
    override up(runner: QueryRunner): Promise<void> {
      const query = (sql: string, ...rest: []) => runner.query(withRoles(sql), ...rest);
      return super.up(Object.create(runner, { query: { value: query } }) as QueryRunner);
    }
  };
  return Object.defineProperty(named, 'name', { value: Migration.name });
}
