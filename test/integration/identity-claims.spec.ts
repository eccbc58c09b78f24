// Anybody may type the number of a passport: however many do, a person's own record of it is found.
import { Persons, TravelDocuments } from '#identity';
import { Database } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedInCtx } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

/** More than are looked at when one asks who claims a number. */
const OTHERS = 21;

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const details = {
  ...{ givenNames: 'Ada', familyName: 'Lovelace', bornOn: '1990-12-10', nationality: 'USA' },
};
const document = { issuingState: 'USA', number: 'C10000001', expiresOn: '2033-12-09' };

async function claimedByOthers(personId: string): Promise<void> {
  await world.db.admin.query(
    `with others as (
       insert into person (id, account_id, details_token, details_sealed)
       select gen_random_uuid(), account_id, details_token, details_sealed
       from person, generate_series(1, $2) where id = $1 returning id)
     insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                                  expires_on)
     select gen_random_uuid(), o.id, account_id, issuing_state, number_token, sealed, expires_on
     from travel_document d, others o where d.person_id = $1`,
    [personId, OTHERS],
  );
}

test('a document that a person has is not recorded again behind many claims of others', async () => {
  const { accountId } = await people.anApplicant();
  const applicant = await signedInCtx(world.db, accountId, 'applicant');
  const portal = world.portal.get(Database);
  const first = await portal.write(applicant, (tx) =>
    world.portal.get(Persons).record(tx, { accountId, details, document }),
  );
  await claimedByOthers(first.personId);
  const officer = await people.aStaffMember(['officer']);
  const staff = await signedInCtx(world.db, officer.accountId, 'staff');
  const { personId } = first;
  const database = world.officer.get(Database);
  const again = await database.write(staff, (tx) =>
    world.officer.get(Persons).addDocument(tx, { personId, document }),
  );
  expect(again).toEqual(first);
  const rivals = await database.read(staff, (tx) =>
    world.officer.get(TravelDocuments).rivals(tx, first.documentId),
  );
  expect(rivals.length).toBeGreaterThan(0);
  expect(rivals.map((r) => r.personId)).not.toContain(personId);
});
