import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../test/support/database.ts';
import {
  dropUnfinished,
  installationOf,
  mustBeWhole,
  stepOf,
  writeStep,
} from './demonstration-mark.ts';
import type { Cluster } from './demonstration.ts';

let db: TestDatabase;
let cluster: Cluster;
const mine = installationOf({ wrappingKey: 'mine' });

beforeAll(async () => {
  db = await freshDatabase();
  const stop = () => Promise.resolve();
  cluster = { adminUrl: db.adminUrl, database: db.name, isShared: true, stop };
});
afterAll(() => db.drop());

test('what is not there, and what holds nobody, can become a demonstration', async () => {
  expect(await stepOf({ ...cluster, database: 'not_made' }, mine)).toBeUndefined();
  expect(await stepOf(cluster, mine)).toBeUndefined();
});

test('a database with people and no mark is somebody’s real one: refused', async () => {
  await db.admin.query(`insert into data_key (subject_id, wrapped) values (gen_random_uuid(), '')`);
  await expect(stepOf(cluster, mine)).rejects.toThrow('holds people and is no demonstration');
});

test('only a demonstration that is whole is filled with cases, and never in production', async () => {
  const fill = (env: NodeJS.ProcessEnv = {}) => mustBeWhole(cluster, mine, env);
  await expect(fill()).rejects.toThrow('is no demonstration');
  await writeStep(db.adminUrl, mine, 'money');
  await expect(fill()).rejects.toThrow('not finished');
  await writeStep(db.adminUrl, mine, 'complete');
  await expect(fill()).resolves.toBeUndefined();
  await expect(fill({ PORTAL_MODE: 'production' })).rejects.toThrow('not for production');
});

test('how far it has come is read again, by the same installation only', async () => {
  for (const step of ['people', 'invented', 'money', 'complete'] as const) {
    await writeStep(db.adminUrl, mine, step);
    expect(await stepOf(cluster, mine)).toBe(step);
  }
  const other = installationOf({ wrappingKey: 'other' });
  await expect(stepOf(cluster, other)).rejects.toThrow('keys are not in this data folder');
});

test('what is dropped is gone, whoever is still connected, and can be dropped again', async () => {
  const doomed = await freshDatabase();
  const unfinished = { ...cluster, adminUrl: doomed.adminUrl, database: doomed.name };
  await writeStep(doomed.adminUrl, mine, 'people');
  await dropUnfinished(unfinished);
  await dropUnfinished(unfinished);
  expect(await stepOf(unfinished, mine)).toBeUndefined();
});
