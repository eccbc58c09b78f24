// The table of settings, from the one class that reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '#platform';
import { checkout } from '../checkout.ts';
import { logins, ROLE_PREFIX_DEFAULT } from '../../migrations/logins.ts';
import type { Generator } from '../generate.ts';
import { portSettings } from '../start-settings.ts';

const source = 'libs/platform/src/config/config.ts';

/** What stands behind the `=` of a setting; the class is private to its file. */
function defaults(): Map<string, string> {
  const text = readFileSync(join(checkout, source), 'utf8');
  const found = text.matchAll(/^ {2}.*?\b([A-Z][A-Z_]+) = '?([^';]*)'?;$/gm);
  return new Map([...found].map(([, name, value]) => [name ?? '', value ?? '']));
}

function row(name: string, about: string, value: string | undefined, isSecret = false): string {
  const shown = value ? `\`${value}\`` : '';
  return `| \`${name}\` | ${about}${isSecret ? ' (secret)' : ''} | ${shown} |`;
}

const header = ['| setting | what it is | when not set |', '| --- | --- | --- |'];

function ofProcesses(): string[] {
  const known = defaults();
  return Object.entries(SETTINGS).map(([name, { about, secret }]) =>
    row(name, about, known.get(name), secret),
  );
}

const prefixAbout =
  'What the names of our logins begin with on the server, which other applications may share';

function ofStart(): string[] {
  const ports = Object.entries(portSettings).map(([program, [name, value]]) =>
    row(name, `Port of ${program}`, String(value)),
  );
  const passwords = logins.map((login) =>
    row(`DATABASE_PASSWORD_${login.toUpperCase()}`, `Password of the login ${login}`, '', true),
  );
  return [
    row('DATABASE_URL', 'An administrator of a PostgreSQL; without it an own one is started', ''),
    row('DATABASE_ROLE_PREFIX', prefixAbout, ROLE_PREFIX_DEFAULT),
    ...ports,
    row('DATA_FOLDER', 'Where secrets, the embedded database and logs are kept', '.data'),
    row('STRIPE_SECRET_KEY', 'A test key: Stripe itself instead of the emulator', '', true),
    row('PORTAL_STRIPE_SECRET_KEY', 'A restricted test key for the portal alone', '', true),
    row('WORKER_STRIPE_SECRET_KEY', 'A restricted test key for the worker alone', '', true),
    ...passwords,
  ];
}

export const settings: Generator = {
  file: 'docs/settings.md',
  generate: () =>
    Promise.resolve(
      [
        '# Settings',
        '## Of each process',
        [`Read and checked in \`${source}\`, once, at start.`].join('\n'),
        [...header, ...ofProcesses()].join('\n'),
        '## Of `npm start` and of `prepare`',
        'It gives every process the settings above. Secrets that are not set are made at the first ' +
          'start and kept in `.data/secrets.json`, readable by their owner only.',
        [...header, ...ofStart()].join('\n'),
      ].join('\n\n') + '\n',
    ),
};
