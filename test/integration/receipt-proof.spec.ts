// From the day after, a receipt leads to the proof that its payment is in the seal of its day.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InclusionProofs } from '#audit';
import { instantFromDate, Temporal } from '#kernel';
import { RECEIVED_PAYMENTS } from '#ledger';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyChain } from '../../tools/verify-chain/chain.ts';
import { sealingWorker } from '../support/sealing-worker.ts';
import { verifySeals } from '../support/verify-seals.ts';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

const TWO_DAYS = Temporal.Duration.from({ hours: 49 });
const folder = mkdtempSync(join(tmpdir(), 'day-seals-'));
let world: World;
let payer: Payer;
let anybody: Visitor;
let worker: Awaited<ReturnType<typeof sealingWorker>>;
let code: string;

beforeAll(async () => {
  world = await World.start();
  for (let others = 0; others < 3; others++) await world.aBond().held();
  payer = await Payer.held(world);
  anybody = await world.visitor('portal', '198.51.100.230');
  worker = await sealingWorker(world.db, folder);
  ({ code } = await world.one<{ code: string }>(
    `select code from paper where case_id = $1 and kind = 'receipt'`,
    payer.caseId,
  ));
}, 240_000);
afterAll(async () => {
  await worker.close();
  rmSync(folder, { recursive: true });
  expect(await world.stop()).toEqual([]);
});

const ownProof = (who = payer.visitor) => who.get(`${payer.bond}/receipt-proof.json`);
const proofByCode = () => anybody.post('/check/proof', { code }, '/check');

test('until its day is closed, both pages say when there will be a proof', async () => {
  const words = [
    await payer.reads('/bond/receipt'),
    (await anybody.post('/check', { code })).words,
  ];
  for (const text of words) expect(text).toContain('After 1am UTC on the day after the payment');
  expect([(await ownProof()).status, (await proofByCode()).status]).toEqual([404, 404]);
});

test('then the payer’s leads from the record to the published seal, and shows the record', async () => {
  const { now } = await world.one<{ now: Date }>('select clock_timestamp() as now');
  await worker.sealing.sweep(instantFromDate(now).add(TWO_DAYS));
  await worker.sealing.publish();
  expect(await payer.reads('/bond/receipt')).toMatch(/This payment is record \d+ of \d+/);
  const { status, headers, body } = await ownProof();
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  expect(headers['cache-control']).toBe('private, no-store');
  const file = join(folder, 'proof.json');
  writeFileSync(file, body);
  const { code: end, said } = await verifySeals(folder);
  expect([end, said]).toEqual([0, expect.stringContaining('Everything holds')]);
  const { processor } = await world.one<{ processor: string }>(
    `select processor_payment_id as processor from payment
     where bond_id = $1 and received_payment_id is not null`,
    (await payer.bondRow()).id,
  );
  expect(said).toContain(processor);
});

test('who has the code gets the way to the same seal, and not the record', async () => {
  expect((await anybody.post('/check', { code })).words).toMatch(/This payment is record \d+ of/);
  const shown = JSON.parse((await proofByCode()).body) as object;
  const { content, ...hashes } = JSON.parse((await ownProof()).body) as { content: string };
  expect(shown).toEqual(hashes);
  expect(content).toContain('1000000');
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(shown));
  expect((await verifySeals(folder)).code).toBe(0);
});

test('a proof that was changed in anything is refused by the program', async () => {
  type Proof = Record<'content' | 'leaf' | 'seal', string> & { place: number; path: string[] };
  const proof = JSON.parse((await ownProof()).body) as Proof;
  const other = '0'.repeat(64);
  const changed: Partial<Proof>[] = [
    { content: proof.content.replace('1000000', '1000001') },
    { leaf: other },
    { place: proof.place + 1 },
    { path: proof.path.with(0, other) },
    { path: proof.path.slice(1) },
    { seal: other },
  ];
  for (const change of changed) {
    writeFileSync(join(folder, 'proof.json'), JSON.stringify({ ...proof, ...change }));
    expect(await verifySeals(folder)).toMatchObject({ code: 1 });
  }
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof));
  expect((await verifySeals(folder)).code).toBe(0);
  rmSync(join(folder, 'proof.json'));
});

test('nobody else sees the record, by the page or by the portal’s login', async () => {
  const stranger = await world.visitor('portal', '198.51.100.231');
  await stranger.signUp();
  expect((await ownProof(stranger)).status).toBe(404);
  const { id } = await world.one<{ id: string }>('select id from inclusion_proof limit 1');
  const { ctx } = await world.anApplicant();
  const proofs = world.portal.get(InclusionProofs);
  expect(
    await world.as(world.portal, ctx, (tx) => proofs.ofRow(tx, RECEIVED_PAYMENTS, id)),
  ).toBeNull();
});

test('every received payment of a closed day has a proof, and a false one is found', async () => {
  const { payments, proofs } = await world.one<Record<'payments' | 'proofs', number>>(
    `select (select count(*)::int from ledger.received_payment) as payments,
       (select count(*)::int from inclusion_proof) as proofs`,
  );
  expect(proofs).toBe(payments);
  // Today was closed for this test, and the trail has gone on since.
  const falseOnes = async () =>
    (await verifyChain(world.db.url('auditor'), folder)).findings.filter(
      ({ what }) => what !== 'slipped_in',
    );
  expect(await falseOnes()).toEqual([]);
  const { id } = await world.one<{ id: string }>('select min(id) as id from inclusion_proof');
  for (const change of [`content = content || ' '`, `leaf = sha256('x')`, 'place = place + 1']) {
    await world.rows('set session_replication_role = replica');
    await world.rows('create table kept as select * from inclusion_proof where id = $1', id);
    await world.rows(`update inclusion_proof set ${change} where id = $1`, id);
    const findings = await falseOnes();
    await world.rows('delete from inclusion_proof where id = $1', id);
    await world.rows('insert into inclusion_proof select * from kept');
    await world.rows('drop table kept');
    await world.rows('set session_replication_role = origin');
    expect(findings).toMatchObject([{ what: 'proof_does_not_hold', id }]);
  }
  expect(await falseOnes()).toEqual([]);
});
