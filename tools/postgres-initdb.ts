// The data folder of an embedded PostgreSQL, made once.
import { spawn } from 'node:child_process';
import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { removeUnfinished } from './leftovers.ts';
import { makeDataFolder, programs, type RunAs } from './postgres-home.ts';

export const administrator = 'postgres';
export const environment = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

function initdb(folder: string, who: RunAs, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    // A group of its own: Ctrl-C must not end it halfway; it takes a second and is then removed or kept.
    const child = spawn(
      programs(who).initdb,
      ['-D', folder, '-U', administrator, '--no-instructions', ...args],
      { ...who, env: environment(), cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`initdb made no database in ${folder}: ${said.trim()}`));
    });
  });
}

/** Makes the data folder, whole or not at all. */
export async function initialise(
  folder: string,
  who: RunAs,
  options: { readonly password?: string; readonly fast?: boolean },
): Promise<void> {
  const name = new RegExp(`^${basename(folder)}\\.new-(\\d+)(?:\\.password)?$`);
  removeUnfinished(dirname(folder), name);
  const unfinished = `${folder}.new-${process.pid}`; // killed halfway, it is no cluster yet
  makeDataFolder(unfinished, who);
  const how = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const passwordFile = `${unfinished}.password`;
  if (options.password === undefined) how.push('--auth=trust');
  else {
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    if (who.uid !== undefined) chownSync(passwordFile, who.uid, who.gid ?? who.uid);
    how.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`);
  }
  if (options.fast) how.push('--no-sync');
  try {
    await initdb(unfinished, who, how);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}
