// What is sealed and what is only a token.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { Database, newId, systemCtx, Vault } from '#platform';
import { startPlatform } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let world: TestDatabase;
let app: TestingModule;
let db: Database;
const system = systemCtx('test');

beforeAll(async () => {
  world = await freshDatabase();
  app = await startPlatform(world);
  db = app.get(Database);
});

afterAll(async () => {
  await app.close();
  await world.drop();
});

test('what is sealed opens only in its place, for its subject, and not after erasure', async () => {
  const vault = app.get(Vault);
  const place = { table: 'person', column: 'details', row: '1' };
  const [subject, other] = [newId(), newId()];
  await db.write(system, async (tx) => {
    const sealed = await vault.seal(tx, subject, place, 'Awa Traoré');
    await vault.seal(tx, other, place, 'somebody else');
    expect(sealed.includes('Awa')).toBe(false);
    expect(await vault.open(tx, subject, place, sealed)).toBe('Awa Traoré');
    await expect(vault.open(tx, subject, { ...place, row: '2' }, sealed)).rejects.toThrow();
    await expect(vault.open(tx, other, place, sealed)).rejects.toThrow();
    const altered = Buffer.from(sealed);
    altered[altered.length - 1]! ^= 1;
    await expect(vault.open(tx, subject, place, altered)).rejects.toThrow();
  });
  const again = await db.write(system, (tx) => vault.seal(tx, subject, place, 'Awa Traoré'));
  await world.admin.query('delete from data_key where subject_id = $1', [subject]);
  await expect(db.read(system, (tx) => vault.open(tx, subject, place, again))).rejects.toThrow(
    'the key of this subject is gone',
  );
});

test('a sealed value whose tag was cut short does not open', async () => {
  const vault = app.get(Vault);
  const place = { table: 'person', column: 'details', row: '3' };
  const subject = newId();
  const sealed = await db.write(system, (tx) => vault.seal(tx, subject, place, ''));
  const cut = sealed.subarray(0, 12 + 4);
  await expect(db.read(system, (tx) => vault.open(tx, subject, place, cut))).rejects.toThrow();
});

test('tokens are keyed, stable and of their kind', () => {
  const vault = app.get(Vault);
  expect(vault.token('passport', 'X1')).toEqual(vault.token('passport', 'X1'));
  expect(vault.token('passport', 'X1')).not.toEqual(vault.token('email', 'X1'));
});
