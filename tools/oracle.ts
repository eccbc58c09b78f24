// npm run oracle [-- --json]: do the books agree with themselves?
// Exit code 0: they do. 1: something is wrong. 2: wrong use.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from './checkout.ts';
import { checkedAddress } from './database-address.ts';
import { connected, prepareDatabase, withDatabase } from './database.ts';
import { exists } from './demonstration-mark.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { runOracle, type OracleResult } from './oracle-checks.ts';
import { readSecrets } from './secrets.ts';

function readArguments(): { json: boolean } {
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\nUse: npm run oracle [-- --json]`);
    process.exit(2);
  }
}

function print(result: OracleResult): void {
  for (const { name, rows, ms } of result.checks) {
    console.log(`${rows === 0 ? 'ok ' : 'BAD'}  ${name}  ${rows} rows  ${ms} ms`);
  }
  for (const row of result.violations) console.log(`     ${row.check}: ${row.offender}`);
}

async function ofTheDemonstration(): Promise<OracleResult> {
  const secrets = readSecrets(join(dataFolder, 'secrets.json'));
  const cluster = await demonstrationDatabase(secrets);
  try {
    // An old one is looked at as it is.
    if (!(await exists(cluster))) {
      await prepareDatabase({ ...cluster, passwords: secrets.passwords });
    }
    return await connected(withDatabase(cluster.adminUrl, cluster.database), runOracle);
  } finally {
    if (!cluster.isShared) await cluster.stop();
  }
}

async function main(): Promise<void> {
  const { json } = readArguments();
  // An address that is given is looked at as it is, with the rights of its login: the auditor's.
  const given = process.env['DATABASE_URL'];
  const result = given
    ? await connected(checkedAddress(given), runOracle)
    : await ofTheDemonstration();
  const at = new Date().toISOString();
  if (!json) print(result);
  console.log(JSON.stringify({ name: 'oracle', at, ...result }));
  process.exitCode = result.ok ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
