// Whose record it is, and what becomes of one that a rule sets aside.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { MovementQueries, Movements } from '#travel';
import { aBatch, aRecord, BorderWorld } from '../support/border-world.ts';

let world: BorderWorld;

beforeAll(async () => {
  world = await BorderWorld.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('a record finds its traveller by the passport, whatever its spelling', async () => {
  const personId = await world.aTraveller('K20000001');
  const spelled = { issuingState: 'us', number: 'k 2000-0001<' };
  const receipt = mustBeOk(await world.receive(aBatch(aRecord({ document: spelled }), aRecord())));
  const [known, stranger] = receipt.items.map((i) => i.movementId!);
  const matched = await world.byWorker((tx) => world.apps.worker.get(Movements).match(tx, known!));
  const unmatched = await world.byWorker((tx) =>
    world.apps.worker.get(Movements).match(tx, stranger!),
  );
  expect(matched).toMatchObject({ state: 'matched', personId });
  expect(unmatched).toMatchObject({ state: 'unmatched', personId: null });
  const history = await world.db.admin.query(
    'select event, from_state, to_state from movement_history where owner_id = any($1) order by to_state',
    [[known, stranger]],
  );
  expect(history.rows).toEqual([
    { event: 'traveller_found', from_state: 'received', to_state: 'matched' },
    { event: 'traveller_not_found', from_state: 'received', to_state: 'unmatched' },
  ]);
  const queue = await world.apps.officer
    .get(Database)
    .read(world.staff.ctx, (tx) => world.apps.officer.get(MovementQueries).queue(tx, 'unmatched'));
  expect(queue.rows.map((r) => r.id)).toContain(stranger);
});

test('a passport recorded later takes its record out of the unmatched queue', async () => {
  const id = await world.received(
    aRecord({ document: { issuingState: 'USA', number: 'L30000001' } }),
  );
  const movements = world.apps.worker.get(Movements);
  await world.byWorker((tx) => movements.match(tx, id));
  expect(await world.byWorker((tx) => movements.rematch(tx))).not.toContain(id);
  const personId = await world.aTraveller('L30000001');
  expect(await world.byWorker((tx) => movements.rematch(tx))).toContain(id);
  const found = await world.byWorker((tx) => movements.match(tx, id));
  expect(found).toMatchObject({ state: 'matched', personId });
});

test('what is set aside says why, can be taken up, and is over once it is assessed', async () => {
  const personId = await world.aTraveller('M40000001');
  const document = { issuingState: 'USA', number: 'M40000001' };
  const id = await world.received(aRecord({ document }));
  const movements = world.apps.worker.get(Movements);
  await world.byWorker(async (tx) => {
    await movements.setAside(tx, await movements.match(tx, id), 'port_not_listed');
  });
  const lines = await world.apps.officer
    .get(Database)
    .read(world.staff.ctx, (tx) => world.apps.officer.get(MovementQueries).ofPerson(tx, personId));
  expect(lines).toMatchObject([{ id, state: 'set_aside', reason: 'port_not_listed' }]);
  await world.byWorker(async (tx) => {
    const movement = await movements.lock(tx, id);
    await movements.takeUp(tx, movement, 'admission_arrived');
    await movements.markAssessed(tx, movement, 'R15a');
  });
  const audited = await world.db.admin.query(
    `select action, details from audit_entry where subject_id = $1 order by at`,
    [id],
  );
  expect(audited.rows).toEqual([
    {
      action: 'movement.set_aside',
      details: { kind: 'admitted', port: 'BKO', reason: 'port_not_listed' },
    },
    { action: 'movement.assessed', details: { kind: 'admitted', port: 'BKO', outcome: 'R15a' } },
  ]);
});
