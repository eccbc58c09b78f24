// Travellers are reminded of their leave-by date: at 14, 7 and 2 days and on the day, once each,
// however often or seldom somebody looks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LeaveReminders } from '#application';
import { Temporal } from '#kernel';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const sweep = () => world.worker.get(LeaveReminders).sweep();
const until = (day: Temporal.PlainDate) =>
  world.rows(
    `update legal_clock set offset_seconds =
       extract(epoch from $1::timestamptz - clock_timestamp())::bigint`,
    `${day}T00:00:30Z`,
  );
async function aStay(): Promise<{ posted: TestBond; leaveBy: Temporal.PlainDate }> {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  const { day } = await world.one<{ day: string }>(
    'select leave_by::text as day from visa where case_id = $1',
    posted.caseId,
  );
  return { posted, leaveBy: Temporal.PlainDate.from(day) };
}

test('one mail each, from the first moment of its day where the stay is', async () => {
  const { posted, leaveBy } = await aStay();
  const reminders = () => world.mailsOf(posted.reference, 'leave_by_reminder');
  expect(await sweep()).toBe(0);
  for (const [i, days] of [14, 7, 2, 0].entries()) {
    await until(leaveBy.subtract({ days: days + 1 }));
    expect(await sweep()).toBe(0);
    await until(leaveBy.subtract({ days }));
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await reminders()).toHaveLength(i + 1);
  }
  await until(leaveBy.add({ days: 1 }));
  expect(await sweep()).toBe(0);
  const [mail] = await world.rows<{ params: Record<string, string> }>(
    `select params from mail where template = 'leave_by_reminder' and params->>'reference' = $1`,
    posted.reference,
  );
  expect(mail!.params).toMatchObject({
    leaveBy: `${leaveBy}`,
    ports: expect.stringContaining('BKO'),
  });
});

test('after days in which nobody looked there is one mail, and none after the last day', async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  const [missed, late] = [await aStay(), await aStay()];
  await until(missed.leaveBy.subtract({ days: 1 }));
  expect(await sweep()).toBe(2);
  expect(await world.mailsOf(missed.posted.reference, 'leave_by_reminder')).toHaveLength(1);
  await until(late.leaveBy.add({ days: 3 }));
  expect([await sweep(), await sweep()]).toEqual([0, 0]);
  expect(await world.rows('select 1 from visa where remind_on is not null')).toEqual([]);
});

test('who has left is not reminded', async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  const { posted, leaveBy } = await aStay();
  await world.crossed(world.record('departed', posted));
  await until(leaveBy);
  expect(await sweep()).toBe(0);
});

test('travellers of one day are reminded together, each with a mail that says their own', async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  const stays = [await aStay(), await aStay(), await aStay()];
  const { leaveBy } = stays[0]!;
  await until(leaveBy.subtract({ days: 7 }));
  expect(await sweep()).toBe(3);
  for (const { posted } of stays) {
    expect(
      await world.one(
        `select v.remind_on::text as next, m.params->>'leaveBy' as told, p.account_id as who,
           (select count(*)::int from pgboss.job j where j.name = 'mail.send'
             and j.data = jsonb_build_object('mailId', m.id)) as jobs
         from visa v join visa_case c on c.id = v.case_id
         join mail m on m.template = 'leave_by_reminder' and m.params->>'reference' = c.reference
         join contact_point p on p.id = m.contact_point_id where c.id = $1`,
        posted.caseId,
      ),
    ).toEqual({
      ...{ next: `${leaveBy.subtract({ days: 2 })}`, told: `${leaveBy}` },
      ...{ who: posted.applicant.accountId, jobs: 1 },
    });
  }
  expect(await sweep()).toBe(0);
});
