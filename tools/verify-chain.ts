// npm run verify-chain [-- --seals FOLDER] [--json]: is every sealed row of the books and of the trail
// what it was, and every day's seal what was published? Exit code 0: yes. 1: no, with what is wrong.
// 2: wrong use. Compiled, since it runs our modules.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from './checkout.ts';
import { checkedAddress, withDatabase } from './database-address.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { readSecrets } from './secrets.ts';
import { verifyChain, type ChainResult } from './verify-chain/chain.ts';

interface Arguments {
  readonly json: boolean;
  readonly seals?: string;
}

function wrongUse(problem: string): never {
  console.error(`${problem}\nUse: npm run verify-chain [-- --seals FOLDER] [--json]`);
  process.exit(2);
}

function readArguments(): Arguments {
  const options = { json: { type: 'boolean', default: false }, seals: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ options });
    if (values.seals && !existsSync(values.seals)) return wrongUse(`No folder ${values.seals}.`);
    return values;
  } catch (error) {
    return wrongUse((error as Error).message);
  }
}

async function ofTheDemonstration(seals?: string): Promise<ChainResult> {
  const cluster = await demonstrationDatabase(readSecrets(join(dataFolder, 'secrets.json')));
  const own = join(dataFolder, 'day-seals');
  try {
    const url = withDatabase(cluster.adminUrl, cluster.database);
    return await verifyChain(url, seals ?? (existsSync(own) ? own : undefined));
  } finally {
    if (!cluster.isShared) await cluster.stop();
  }
}

function print({ days, rows, newest, published, findings }: ChainResult): void {
  const files = published === null ? 'not compared with files' : `${published} files compared`;
  console.log(`${days} days with ${rows} rows, the newest ${newest ?? 'none'}; ${files}.`);
  for (const { day, what, ...row } of findings) {
    const which = 'id' in row ? ` ${row.source} ${row.id}` : '';
    console.log(`BAD  ${day}: ${what}${which}`);
  }
}

async function main(): Promise<void> {
  const { json, seals } = readArguments();
  const given = process.env['DATABASE_URL'];
  const result = given
    ? await verifyChain(checkedAddress(given), seals)
    : await ofTheDemonstration(seals);
  if (!json) print(result);
  const ok = result.findings.length === 0;
  console.log(
    JSON.stringify({ name: 'verify-chain', at: new Date().toISOString(), ok, ...result }),
  );
  process.exitCode = ok ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
