// Where we are: the same answer from the sources and from their compiled copies under dist/.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

function findCheckout(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder);
  return folder;
}

export const checkout = findCheckout();

/** Everything that a run makes for itself: the database, secrets, logs. Never in version control. */
export const dataFolder = resolve(checkout, process.env['DATA_FOLDER'] || '.data');
