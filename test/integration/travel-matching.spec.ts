// Whose record it is, and what becomes of one that a rule sets aside.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Persons, TravelDocuments } from '#identity';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { MovementQueries, Movements } from '#travel';
import { aBatch, aRecord } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** Somebody whose passport was recorded by its holder and confirmed by an officer. */
async function aTraveller(number: string): Promise<string> {
  const { accountId, ctx } = await world.anApplicant();
  const name = { givenNames: 'Ada', familyName: `Test ${number}` };
  const recorded = await world.as(world.portal, ctx, (tx) =>
    world.portal.get(Persons).record(tx, {
      accountId,
      details: { ...name, bornOn: '1990-01-02', nationality: 'USA' },
      document: { issuingState: 'USA', number, expiresOn: '2099-01-01' },
    }),
  );
  const documents = world.officer.get(TravelDocuments);
  mustBeOk(await world.asOfficer(world.staff, (tx) => documents.confirm(tx, recorded)));
  return recorded.personId;
}
/** One record that was accepted. */
const received = async (record: object) =>
  mustBeOk(await world.receive(aBatch(record))).items[0]!.movementId!;

test('a record finds its traveller by the passport, whatever its spelling', async () => {
  const personId = await aTraveller('K20000001');
  const spelled = { issuingState: 'us', number: 'k 2000-0001<' };
  const receipt = mustBeOk(await world.receive(aBatch(aRecord({ document: spelled }), aRecord())));
  const [known, stranger] = receipt.items.map((i) => i.movementId!);
  const matched = await world.byRule((tx) => world.worker.get(Movements).match(tx, known!));
  const unmatched = await world.byRule((tx) => world.worker.get(Movements).match(tx, stranger!));
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
  const queue = await world.officer
    .get(Database)
    .read(world.staff.ctx, (tx) => world.officer.get(MovementQueries).queue(tx, 'unmatched'));
  expect(queue.rows.map((r) => r.id)).toContain(stranger);
});

test('a passport recorded later takes its record out of the unmatched queue', async () => {
  const id = await received(aRecord({ document: { issuingState: 'USA', number: 'L30000001' } }));
  const movements = world.worker.get(Movements);
  await world.byRule((tx) => movements.match(tx, id));
  expect(await world.byRule((tx) => movements.rematch(tx))).not.toContain(id);
  const personId = await aTraveller('L30000001');
  expect(await world.byRule((tx) => movements.rematch(tx))).toContain(id);
  const found = await world.byRule((tx) => movements.match(tx, id));
  expect(found).toMatchObject({ state: 'matched', personId });
});

test('what is set aside says why, can be taken up, and is over once it is assessed', async () => {
  const personId = await aTraveller('M40000001');
  const document = { issuingState: 'USA', number: 'M40000001' };
  const id = await received(aRecord({ document }));
  const movements = world.worker.get(Movements);
  await world.byRule(async (tx) => {
    await movements.setAside(tx, await movements.match(tx, id), 'port_not_listed');
  });
  const lines = await world.officer
    .get(Database)
    .read(world.staff.ctx, (tx) => world.officer.get(MovementQueries).ofPerson(tx, personId));
  expect(lines).toMatchObject([{ id, state: 'set_aside', reason: 'port_not_listed' }]);
  await world.byRule(async (tx) => {
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
