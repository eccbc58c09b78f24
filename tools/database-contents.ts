// What the libraries want to find in a new database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

interface Programmes {
  readonly installProgrammes: (client: Client) => Promise<void>;
}

const source = join(import.meta.dirname, '../libs/programme/src/data/install.ts');

/** The shipped programmes; run as the owner, in a transaction, and repeatable. */
export async function installProgrammes(client: Client): Promise<void> {
  if (!existsSync(source)) return;
  const programmes = (await import(source)) as Programmes;
  await programmes.installProgrammes(client);
}
