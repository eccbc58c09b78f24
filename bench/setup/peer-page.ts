// The page of bench/reference/peer-page as a process, on the rows that ours shows.
import { PREPARE } from '../reference/peer-page/queries.ts';
import type { BenchDatabase } from './database.ts';
import type { Officer } from './queue.ts';
import { PageSide, startReference, visit, type Cookies } from './site.ts';

export async function openPeerPage(db: BenchDatabase, officer: Officer, path: string) {
  await db.admin.query(PREPARE);
  for (const { personId, name } of officer.travellers) {
    await db.admin.query('insert into peer.traveller values ($1, $2)', [personId, name]);
  }
  await db.admin.query('analyze');
  const child = await startReference('peer-page/server.ts', { DATABASE_URL: db.adminUrl });
  const cookies: Cookies = new Map();
  await visit(`${child.url}/enter/${officer.accountId}`, cookies);
  const side = await PageSide.open(child, path, cookies);
  const close = async () => {
    side.close();
    await child.stop();
  };
  return { side, close };
}
