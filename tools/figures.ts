// npm run figures [-- --json]: counts every published figure again, from the books as they were known
// when it was told. Exit code 0: all are the same. 1: some are not. Compiled, since it runs our modules.
import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { FigureChecks, FiguresQueries, PublishedFigures } from '#figures';
import { Database, sourceOptions, systemCtx } from '#platform';
import { dataFolder } from './checkout.ts';
import { checkedAddress, withDatabase } from './database-address.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { readSecrets } from './secrets.ts';

const CTX = systemCtx('figures.check');

async function check(url: string) {
  const source = await new DataSource(sourceOptions(url, 1)).initialize();
  const published = new PublishedFigures();
  const checks = new FigureChecks(new FiguresQueries(), published);
  try {
    return await new Database(source).read(CTX, async (tx) => {
      const told = await published.told(tx);
      const wrong = [];
      for (const { programmeCode, quarter } of told) {
        for (const one of await checks.check(tx, programmeCode, quarter)) {
          wrong.push({ programmeCode, ...one });
        }
      }
      return { quarters: told.length, wrong };
    });
  } finally {
    await source.destroy();
  }
}

async function ofTheDemonstration() {
  const cluster = await demonstrationDatabase(readSecrets(join(dataFolder, 'secrets.json')));
  try {
    return await check(withDatabase(cluster.adminUrl, cluster.database));
  } finally {
    if (!cluster.isShared) await cluster.stop();
  }
}

async function main(): Promise<void> {
  const given = process.env['DATABASE_URL'];
  const { quarters, wrong } = given
    ? await check(checkedAddress(given))
    : await ofTheDemonstration();
  if (!process.argv.includes('--json')) {
    console.log(`${quarters} quarters of programmes counted again.`);
    for (const w of wrong) {
      const figure = `${w.programmeCode}, quarter from ${w.quarter}, ${w.figure}`;
      console.log(`BAD  ${figure}: told ${w.published}, counted ${w.recomputed}`);
    }
  }
  const at = new Date().toISOString();
  console.log(JSON.stringify({ name: 'figures', at, ok: wrong.length === 0, quarters, wrong }));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
