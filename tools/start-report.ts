// What `npm start` shows: where everything is and how to sign in; later, only what is wrong.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { dataFolder } from './checkout.ts';
import { urlOf, type World } from './processes.ts';

/** Written by the seed: who was invented, and how to sign in as them. */
export interface DemoAccount {
  readonly site: 'portal' | 'officer';
  readonly user: string;
  readonly who: string;
  readonly email: string;
  readonly password: string;
}

interface LogLine {
  readonly level?: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

const warning = 40; // pino's number for it

/** The part of a log line worth showing, or nothing: warnings, errors, and what is no log line. */
export function worthShowing(name: string, line: string): string | undefined {
  if (line.trim() === '') return undefined;
  const isUsual = name === 'mail' || line.includes(' listening on http');
  if (!line.startsWith('{')) return isUsual ? undefined : `${name}: ${line}`;
  try {
    const { level = 0, msg = '', err } = JSON.parse(line) as LogLine;
    if (level < warning) return undefined;
    const reason = err?.message && err.message !== msg ? ` (${err.message})` : '';
    return `${name}: ${msg}${reason}`;
  } catch {
    return `${name}: ${line}`;
  }
}

/** Why a program that ended did so: its last error, or its last words. */
export function lastWords(name: string, log: string): string {
  const lines = log
    .split('\n')
    .filter((line) => !/^\s+at |^Node\.js v|^\s*[\]}^]/.test(line))
    .map((line) => worthShowing('', line))
    .filter((line) => line !== undefined);
  const error = lines.findLast((line) => /error|taken/i.test(line)) ?? lines.at(-1);
  return error?.replace(/^: */, '').trim() ?? `${name} gave no reason`;
}

function readAccounts(path: string): readonly DemoAccount[] {
  if (!existsSync(path)) return [];
  const content = JSON.parse(readFileSync(path, 'utf8')) as
    readonly DemoAccount[] | { readonly accounts: readonly DemoAccount[] };
  return 'accounts' in content ? content.accounts : content;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
  return rows.map((row) => `  ${line(row)}`.trimEnd());
}

function places(world: World): string[] {
  return table([
    ['Portal', urlOf(world, 'portal'), 'applicants and payers'],
    ['Officer', urlOf(world, 'officer'), 'consular staff'],
    ['API', urlOf(world, 'api'), 'border systems and Stripe'],
    ...(world.stripe.isEmulated
      ? [['Stripe', urlOf(world, 'stripe-emulator'), 'emulator; no real money moves']]
      : [['Stripe', 'https://dashboard.stripe.com/test', 'test mode']]),
    ['Mail', urlOf(world, 'mail'), 'every letter we send ends here'],
    ['Time', urlOf(world, 'time-machine'), 'move the date, play the border'],
  ]);
}

const dataName = relative(process.cwd(), dataFolder) || dataFolder;

export function report(world: World, accountsFile: string, seconds: number): string {
  const accounts = readAccounts(accountsFile);
  const people = accounts.map(({ site, user, who }) => [
    who,
    `${urlOf(world, site)}/sign-in?as=${user}`,
  ]);
  const password = accounts[0]?.password ?? '';
  return [
    '',
    `Visa Bond Portal is ready (${seconds.toFixed(1)} s). A demonstration: all people are invented.`,
    '',
    ...places(world),
    ...(people.length > 0
      ? [
          '',
          `Sign in as (the links fill in the form; everybody's password is ${password})`,
          ...table(people),
        ]
      : []),
    '',
    `Ctrl-C ends it. Data and secrets stay in ${dataName}/; remove that folder to begin again.`,
    '',
  ].join('\n');
}
