// What no code of a process can do with a request for information.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { systemCtx } from '#platform';
import type { TestCase } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';

let world: World;
let made: TestCase;
beforeAll(async () => {
  world = await World.start();
  made = await world.aCase().underReview();
  mustBeOk(await world.ask(made));
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const OPEN = 'where case_id = $1 and ended_at is null';
const asApplicant = (sql: string, ...more: unknown[]) =>
  world.as(world.portal, made.applicant.ctx, (tx) => tx.query(sql, [made.caseId, ...more]));
const asWorker = (sql: string) =>
  world.as(world.worker, systemCtx('sweep.information'), (tx) => tx.query(sql, [made.caseId]));

test('an applicant does not say that nobody answered, nor change what is asked', async () => {
  const silence = `update information_request set ended_at = now(), outcome = 'not_answered' ${OPEN}`;
  await expect(asApplicant(silence)).rejects.toThrow('row-level security');
  const words = `update information_request set answer_by = now() ${OPEN}`;
  await expect(asApplicant(words)).rejects.toThrow('permission denied');
});

test('no rule ends it before its time, or in the applicant’s name', async () => {
  const early = `update information_request set ended_at = now(), outcome = 'not_answered' ${OPEN}`;
  await expect(asWorker(early)).rejects.toThrow('row-level security');
  const words = `update information_request set ended_at = now(), outcome = 'answered',
    answer_sealed = 'x' ${OPEN}`;
  await expect(asWorker(words)).rejects.toThrow('row-level security');
});

test('no officer asks in a case that another holds, and none changes what was asked', async () => {
  const other = await world.aCase().underReview();
  const ama = await world.anOfficer();
  const ask = world.asOfficer(ama, (tx) =>
    tx.query(
      `insert into information_request (id, case_id, applicant_account_id, reason, text_sealed,
         asked_by, asked_at, answer_by, due_at)
       values (gen_random_uuid(), $1, $2, 'another_reason', 'x', $3, now(), now() + interval '1 day',
         now() + interval '1 day')`,
      [other.caseId, other.applicant.accountId, ama.accountId],
    ),
  );
  await expect(ask).rejects.toThrow('row-level security');
  const change = world.asOfficer(made.officer, (tx) =>
    tx.query(`update information_request set answer_by = now() ${OPEN}`, [made.caseId]),
  );
  await expect(change).rejects.toThrow('permission denied');
});

test('to another applicant there is nothing to see', async () => {
  const stranger = await world.anApplicant();
  const seen = await world.as(world.portal, stranger.ctx, (tx) =>
    tx.query('select 1 from information_request'),
  );
  expect(seen).toEqual([]);
});

test('an applicant does not take a case back to its officer without an answer', async () => {
  await expect(
    world.as(world.portal, made.applicant.ctx, (tx) =>
      tx.query(`update visa_case set state = 'in_review' where id = $1`, [made.caseId]),
    ),
  ).rejects.toThrow('row-level security');
});
