// Secrets made at the first start, kept where only their owner can read them.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { logins, type Login } from './database.ts';

export interface Secrets {
  /** Of the embedded cluster's administrator. */
  readonly administrator: string;
  readonly passwords: Readonly<Record<Login, string>>;
  readonly sessionSecret: string;
  readonly wrappingKey: string;
  readonly indexKey: string;
  readonly webhookSecret: string;
  readonly emulatorKey: string;
}

const word = () => randomBytes(24).toString('base64url');
const alphanumeric = () => randomBytes(16).toString('hex');
const key = () => randomBytes(32).toString('base64');

function makeSecrets(): Secrets {
  return {
    administrator: word(),
    passwords: Object.fromEntries(logins.map((login) => [login, word()])) as Secrets['passwords'],
    sessionSecret: word() + word(),
    wrappingKey: key(),
    indexKey: key(),
    webhookSecret: `whsec_${alphanumeric()}`,
    emulatorKey: `sk_test_${alphanumeric()}`,
  };
}

/** What the environment gives comes first: an installation may keep its secrets elsewhere. */
function overridden(secrets: Secrets, env: NodeJS.ProcessEnv): Secrets {
  const passwords = logins.map((login) => [
    login,
    env[`DATABASE_PASSWORD_${login.toUpperCase()}`] ?? secrets.passwords[login],
  ]);
  return {
    ...secrets,
    passwords: Object.fromEntries(passwords) as Secrets['passwords'],
    sessionSecret: env['SESSION_SECRET'] ?? secrets.sessionSecret,
    wrappingKey: env['WRAPPING_KEY'] ?? secrets.wrappingKey,
    indexKey: env['INDEX_KEY'] ?? secrets.indexKey,
  };
}

/** Reads the file, making it first; the database can only be read with the keys in it. */
export function readSecrets(path: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
    writeFileSync(`${path}.new`, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return overridden(JSON.parse(readFileSync(path, 'utf8')) as Secrets, env);
}
