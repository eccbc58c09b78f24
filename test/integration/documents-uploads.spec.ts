// Files as they are kept: sealed, whole, their owner's alone, and in the trail when they are opened.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import sharp from 'sharp';
import { UPLOAD_BYTES_MAX, UploadLinks, UploadReceiver, Uploads } from '#documents';
import type { CheckedFile } from '#documents';
import { mustBeOk } from '#kernel';
import { Database, newId } from '#platform';
import { somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

const PART_BYTES = 256 * 1024;
let world: World;
let portal: TestingModule;
let bond: TestBond;
let personId: string;

beforeAll(async () => {
  world = await World.start();
  portal = world.portal;
  bond = await world.aBond().held();
  personId = await personOf(bond);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

async function personOf({ caseId }: TestBond): Promise<string> {
  const sql = 'select person_id as id from visa_case where id = $1';
  return (await world.one<{ id: string }>(sql, caseId)).id;
}

const receive = (...chunks: Buffer[]) => portal.get(UploadReceiver).receive(Readable.from(chunks));

const aFile = (bytes: number): CheckedFile => ({
  ...{ type: 'image/png', pages: null, scan: 'not_scanned' },
  bytes: Buffer.alloc(bytes, 'a picture of a stamp '),
});

/** What a file is for, kept by nobody. */
const NOTHING = {
  set: { ids: () => Promise.resolve([]), add: () => Promise.resolve() },
  ownerId: newId(),
};

const theCase = (applicantAccountId: string) => ({ id: bond.caseId, personId, applicantAccountId });

const keep = (by: Somebody, file: CheckedFile, more: object = {}) =>
  portal
    .get(Database)
    .write(by.ctx, (tx) =>
      portal.get(Uploads).keep(tx, { ...theCase(by.accountId), ...more }, NOTHING, file),
    );

async function contentOf(app: TestingModule, by: Somebody, id: string): Promise<Buffer | null> {
  const opened = await app.get(Uploads).open(by.ctx, id, 'evidence_check');
  if (!opened) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of opened.content) {
    expect(chunk.length).toBeLessThanOrEqual(PART_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

test('a picture comes through whole, whatever it was called', async () => {
  const sent = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const received = mustBeOk(await receive(sent.subarray(0, 100), sent.subarray(100)));
  expect(received).toMatchObject({ type: 'image/jpeg', pages: null, scan: 'not_scanned' });
});

test('nothing, too much and no file of ours are refused, and leave nothing', async () => {
  expect(await receive()).toMatchObject({ code: 'empty' });
  expect(await receive(Buffer.from('#!/bin/sh'))).toMatchObject({ code: 'unknown_type' });
  const big = Buffer.alloc(UPLOAD_BYTES_MAX / 2 + 1, '%PDF-1.7 ');
  expect(await receive(big, big)).toMatchObject({ code: 'too_large' });
  expect(await world.rows('select id from upload')).toEqual([]);
});

test('what is kept is sealed in parts and reads as it was sent, by its owner and by staff', async () => {
  const file = aFile(2 * PART_BYTES + 17);
  const { id } = mustBeOk(await keep(bond.applicant, file));
  const parts = await world.rows<{ part: number; sealed: Buffer }>(
    'select part, sealed from upload_part where upload_id = $1 order by part',
    id,
  );
  expect(parts.map(({ part }) => part)).toEqual([0, 1, 2]);
  expect(parts.some(({ sealed }) => sealed.includes('stamp'))).toBe(false);
  expect((await contentOf(portal, bond.applicant, id))!.equals(file.bytes)).toBe(true);
  const officer = await contentOf(world.officer, world.staff, id);
  expect(officer!.equals(file.bytes)).toBe(true);
  const seen = await world.rows<{ actor: string; details: object }>(
    `select actor_id as actor, details from audit_entry where action = 'personal_data.opened'
       and subject_id = $1 and details->>'row' = $2 order by at`,
    ...[personId, id],
  );
  const details = expect.objectContaining({ purpose: 'evidence_check', table: 'upload_part' });
  expect(seen).toEqual([
    { actor: bond.applicant.accountId, details },
    { actor: world.staff.accountId, details },
  ]);
});

test('to another applicant there is no such file, and none can be hung onto another case', async () => {
  const { id } = mustBeOk(await keep(bond.applicant, aFile(10)));
  const other = await world.aBond().held();
  expect(await contentOf(portal, other.applicant, id)).toBeNull();
  const wrong = [
    { id: other.caseId },
    { personId: await personOf(other) },
    { applicantAccountId: other.applicant.accountId },
  ];
  for (const more of wrong) {
    await expect(keep(bond.applicant, aFile(10), more)).rejects.toThrow('row-level security');
  }
  const staff = await somebody(world.db, 'staff');
  const { officer } = world;
  const byOfficer = officer
    .get(Database)
    .write(staff.ctx, (tx) =>
      officer.get(Uploads).keep(tx, theCase(staff.accountId), NOTHING, aFile(10)),
    );
  await expect(byOfficer).rejects.toThrow('row-level security');
});

test('a part that was moved, altered or taken away does not read', async () => {
  const { id } = mustBeOk(await keep(bond.applicant, aFile(2 * PART_BYTES)));
  const asThief = async (sql: string) => {
    await world.db.admin.query('set session_replication_role = replica');
    await world.db.admin.query(sql, [id]);
    await world.db.admin.query('set session_replication_role = origin');
  };
  const swap = `update upload_part p set sealed = o.sealed from upload_part o
    where p.upload_id = $1 and o.upload_id = $1 and o.part = 1 - p.part`;
  await asThief(swap);
  await expect(contentOf(portal, bond.applicant, id)).rejects.toThrow();
  await asThief(swap);
  expect(await contentOf(portal, bond.applicant, id)).toHaveLength(2 * PART_BYTES);
  const change = 'update upload set pages = 1 where id = $1';
  await expect(world.db.admin.query(change, [id])).rejects.toThrow('rows are only added');
});

test('a case has so many files and no more', async () => {
  const { rows } = await world.db.admin.query<{ n: number }>(
    'select count(*)::int as n from upload',
  );
  for (let n = rows[0]!.n; n < 20; n++) mustBeOk(await keep(bond.applicant, aFile(1)));
  expect(await keep(bond.applicant, aFile(1))).toMatchObject({ code: 'too_many' });
});

test('an address of a file is one session’s, for five minutes, and of that file', () => {
  const links = portal.get(UploadLinks);
  const [id, session, now] = [newId(), newId(), 1_764_000_000_000];
  const query = new URLSearchParams(links.queryOf(id, session, now));
  const link = { id, until: query.get('until')!, proof: query.get('proof')! };
  expect(links.isGood(link, session, now + 299_000)).toBe(true);
  expect(links.isGood(link, session, now + 301_000)).toBe(false);
  expect(links.isGood(link, newId(), now)).toBe(false);
  expect(links.isGood({ ...link, id: newId() }, session, now)).toBe(false);
  expect(links.isGood({ ...link, until: '1964000000' }, session, now)).toBe(false);
  expect(links.isGood({ ...link, proof: 'x' }, session, now)).toBe(false);
});
