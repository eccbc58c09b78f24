// How long somebody may stay, by the border's record and the visa; what does not fit goes to a desk.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '#platform';
import type { TestBond } from '../support/world/bonds.ts';
import { minutesAgo } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});
const visaOf = ({ caseId }: TestBond) =>
  world.one<{ admitted: string | null; leave_by: string | null }>(
    'select admitted_on::text as admitted, leave_by::text from visa where case_id = $1',
    caseId,
  );

test.each([
  ['the day before the admission', -1],
  ['a day after the longest stay', 31],
  ['a day that never comes', 2_900_000],
])('a stay authorised until %s goes to a desk, and none is begun', async (_which, days) => {
  const posted = await world.aBond().withVisa();
  const admission = world.record('admitted', posted);
  const authorisedUntil = dayOf(admission.happenedAt.slice(0, 10)).add({ days }).toString();
  await world.crossed({ ...admission, authorisedUntil });
  expect(await world.recordsOf(posted)).toEqual([
    { kind: 'admitted', state: 'set_aside', reason: 'authorised_outside_stay' },
  ]);
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'visa_issued',
    state: 'held',
  });
  expect(await visaOf(posted)).toMatchObject({ admitted: null, leave_by: null });
  // Right ones are used all the same: the whole stay, and one that ends on its first day.
  const until = dayOf(admission.happenedAt.slice(0, 10)).add({ days: days > 0 ? 30 : 0 });
  await world.crossed(world.record('admitted', posted, { authorisedUntil: until.toString() }));
  expect(await visaOf(posted)).toMatchObject({ leave_by: until.toString() });
});

test('the database itself refuses a stay that the visa does not allow', async () => {
  const { caseId } = await world.aBond().withVisa();
  for (const [admitted, until] of [
    ['2026-11-10', '2026-11-09'],
    ['2026-11-10', '2026-12-11'],
    ['2026-11-10', '9999-12-31'],
  ]) {
    await expect(
      world.rows(
        `update visa v set admitted_on = $2, leave_by = $3, admitted_document_id = c.travel_document_id
         from visa_case c where c.id = v.case_id and c.id = $1`,
        ...[caseId, admitted, until],
      ),
    ).rejects.toThrow('visa_leave_by');
  }
});

test('a corrected stay goes to a desk, and the stay is as it was', async () => {
  const posted = await world.aBond().withVisa();
  const today = minutesAgo(0).slice(0, 10);
  await world.crossed(world.record('admitted', posted));
  await world.crossed(world.record('admitted', posted, { authorisedUntil: today }));
  expect((await world.recordsOf(posted)).map((r) => r.reason).sort()).toEqual([
    ...['admitted', 'second_admission'],
  ]);
});
