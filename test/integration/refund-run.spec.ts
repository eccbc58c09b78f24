// All refunds together: at the processor's pace whatever sends them, and stopped by one person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { DisbursementSender, RefundRuns, RunResuming } from '#refund';
import { World } from '../support/world/world.ts';

const PER_SECOND = 10;
let world: World;

beforeAll(async () => {
  world = await World.start({ env: { REFUNDS_PER_SECOND: `${PER_SECOND}` } });
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const approvedRefunds = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await world.aBond().cancelled()).disbursementId);
  return ids;
};
const stateOf = async (id: string) =>
  (await world.one<{ state: string }>('select state from disbursement where id = $1', id)).state;
const treasurer = async () => (await world.treasury())[0];
const pause = async (reason = 'processor_problem') =>
  world.asOfficer(await treasurer(), (tx) => world.officer.get(RefundRuns).pause(tx, reason));
const resume = async () =>
  world.asOfficer(await treasurer(), (tx) => world.officer.get(RefundRuns).resume(tx));

test('two workers together leave the allowed time between one refund and the next', async () => {
  const ids = await approvedRefunds(8);
  const other = await world.another('worker', { REFUNDS_PER_SECOND: `${PER_SECOND}` });
  const senders = [world.worker, other].map((worker) => worker.get(DisbursementSender));
  try {
    await Promise.all(ids.map((id, n) => senders[n % 2]!.send(id)));
  } finally {
    await other.close();
  }
  const { made } = await world.one<{ made: number }>(
    `select extract(epoch from next_at - $1::timestamptz)::float8 as made from refund_run`,
    (
      await world.one<{ at: Date }>(
        'select min(learned_at) as at from disbursement_history where event = $1',
        'sending_started',
      )
    ).at,
  );
  // Eight turns were taken, each a tenth of a second and a little after the one before.
  expect(made).toBeGreaterThan(0.75);
  for (const id of ids) expect(await stateOf(id)).not.toBe('approved');
});

test('while they are paused nothing leaves, and afterwards each leaves once', async () => {
  const ids = await approvedRefunds(2);
  expect(await pause('because')).toMatchObject({ code: 'unknown_reason' });
  mustBeOk(await pause());
  expect(await pause()).toMatchObject({ code: 'already_paused' });
  for (const id of ids) await world.send(id);
  for (const id of ids) expect(await stateOf(id)).toBe('approved');

  mustBeOk(await resume());
  expect(await resume()).toMatchObject({ code: 'not_paused' });
  expect(await world.worker.get(RunResuming).resume()).toBe(2);
  await world.worker.get(RunResuming).resume();
  const jobs = await world.rows(
    `select data->>'disbursementId' as id from pgboss.job
     where name = 'disbursement.send' and state < 'active' and data->>'disbursementId' = any ($1)`,
    ids,
  );
  expect(jobs).toHaveLength(2);
  for (const id of ids) await world.send(id);
  await world.news();
  for (const id of ids) expect(await stateOf(id)).toBe('succeeded');
});

test('a page shows where refunds are, and the treasury pauses and resumes them there', async () => {
  await approvedRefunds(1);
  const ama = await world.signedIn(['treasury'], 'Ama Sow');
  const auditor = await world.signedIn(['auditor'], 'Seydou Keita');
  const path = '/refunds/run';
  expect((await ama.get(path)).words).toContain('1 still to send');
  expect((await ama.post(`${path}/pause`, {})).words).toContain(
    'Select why you are pausing refunds',
  );
  const paused = await ama.post(`${path}/pause`, { reason: 'books_disagree' });
  expect(paused.to).toBe(`${path}?notice=paused`);
  expect((await ama.get('/')).words).toContain('Refunds paused 1');
  const seen = await auditor.get(path);
  expect(seen.words).toContain('Paused by Ama Sow');
  expect(seen.words).toContain('The books and the processor disagree');
  expect(seen.body).not.toContain(`${path}/resume`);
  expect((await ama.post(`${path}/resume`)).to).toBe(`${path}?notice=resumed`);
  expect((await ama.get('/')).words).toMatch(/Nothing is waiting in: .*Refunds paused/);
  expect((await ama.get(`${path}?lang=fr`)).words).toContain('Envoi des remboursements');
});

test('no login but the treasury’s pauses, and the worker only takes turns', async () => {
  const pausing = `update refund_run set paused_at = now(), pause_reason = 'books_disagree',
    paused_by = (select id from account limit 1)`;
  await expect(world.byRule((tx) => tx.query(pausing))).rejects.toThrow('permission denied');
  const turn = 'update refund_run set next_at = now()';
  const officer = await treasurer();
  await expect(world.asOfficer(officer, (tx) => tx.query(turn))).rejects.toThrow(
    'permission denied',
  );
});
