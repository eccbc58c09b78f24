// npm run seed -- --cases N: adds N invented cases, with everything that belongs to them, to the
// demonstration's database. Exit code 1: it is not one, or something failed. 2: wrong use.
import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Vault } from '#platform';
import { dataFolder } from './checkout.ts';
import { withDatabase } from './database-address.ts';
import { installationOf, mustBeWhole } from './demonstration-mark.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { Progress } from './progress.ts';
import { readSecrets } from './secrets.ts';
import { fillWithCases } from './seed/cases/fill.ts';

const CASES_MAX = 5_000_000;

function readCases(): number {
  try {
    const { values } = parseArgs({ options: { cases: { type: 'string' } } });
    const cases = Number(values.cases);
    if (Number.isInteger(cases) && cases >= 1 && cases <= CASES_MAX) return cases;
    throw new Error(`--cases takes a number from 1 to ${CASES_MAX}.`);
  } catch (error) {
    console.error(`${(error as Error).message}\nUse: npm run seed -- --cases N`);
    process.exit(2);
  }
}

async function main(cases: number): Promise<void> {
  const secrets = readSecrets(join(dataFolder, 'secrets.json'));
  const cluster = await demonstrationDatabase(secrets);
  try {
    await mustBeWhole(cluster, installationOf(secrets));
    const bar = new Progress('cases', cases);
    const vault = new Vault(secrets);
    await fillWithCases(withDatabase(cluster.adminUrl, cluster.database), {
      ...{ vault, cases, onProgress: (done) => bar.at(done) },
    });
  } finally {
    if (!cluster.isShared) await cluster.stop();
  }
}

await main(readCases()).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
