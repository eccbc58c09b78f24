// What no program can do with refunds by bank, whatever was changed in it: the database refuses.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '#platform';
import { statusReport } from '../support/bank-files.ts';
import { RescueStory } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
}, 120_000);
afterEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const asTreasury = (sql: string, ...params: unknown[]) =>
  world.asOfficer(story.ama, (tx) => tx.query(sql, params));
const byRule = (sql: string, ...params: unknown[]) => world.byRule((tx) => tx.query(sql, params));
const REFUSED =
  /permission denied|row-level security|decides nothing|own name|too new|check constr/;
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(REFUSED);
const PROPOSED = `state = 'proposed', proposed_by = $2, amount_minor = 1000000,
  state_since = now(), version = version + 1`;

test('an account is proposed and approved after its 48 hours, each in their own name', async () => {
  const { refundId } = await story.given();
  const id = await story.idOf(refundId);
  const propose = (as: string) =>
    asTreasury(`update rescue set ${PROPOSED} where id = $1 returning id`, id, as);
  await refused(propose(story.ama.accountId)); // too new
  await world.daysLater(2);
  await refused(propose(story.boubacar.accountId));
  await refused(asTreasury(`update rescue set state = 'approved' where id = $1`, id));
  await refused(asTreasury(`update rescue set state = 'under_way' where id = $1`, id));
  await refused(byRule(`update rescue set ${PROPOSED} where id = $1`, id, story.ama.accountId));
  expect(await propose(story.ama.accountId)).toEqual([{ id }]);
  // Nobody raises what was proposed in approving it.
  await refused(
    world.asOfficer(story.boubacar, (tx) =>
      tx.query(
        `update rescue set state = 'approved', decided_by = $2, amount_minor = 2000000
         where id = $1`,
        [id, story.boubacar.accountId],
      ),
    ),
  );
  await refused(byRule(`update rescue set state = 'approved' where id = $1`, id));
});

test('a transfer is sent in one’s own file only, and no outcome of it is written by an officer', async () => {
  const { transfer, next } = await story.decided();
  const sent = `update disbursement set state = 'sending', sending_since = now()`;
  await refused(asTreasury(`${sent} where id = $1`, transfer));
  const others = newId();
  await world.asOfficer(story.boubacar, (tx) =>
    tx.query(
      `insert into payment_file (id, currency, payments, total_minor, made_by, made_at, sealed)
       values ($1, 'USD', 1, 1, $2, now(), '')`,
      [others, story.boubacar.accountId],
    ),
  );
  await refused(asTreasury(`${sent}, payment_file_id = $2 where id = $1`, transfer, others));
  await refused(asTreasury(`update disbursement set state = 'succeeded' where id = $1`, transfer));
  await refused(
    asTreasury(`update disbursement set bank_account_id = null where id = $1`, transfer),
  );
  // The card's own goes in no file.
  expect(await asTreasury(`${sent} where id = $1 returning id`, next)).toEqual([]);
  await refused(asTreasury(`update payment_file set total_minor = 2 where id = $1`, others));
  // What was made for the test is not what a file holds.
  await world.db.admin.query('set session_replication_role = replica');
  await world.rows('delete from payment_file where id = $1', others);
  await world.db.admin.query('set session_replication_role = origin');
});

test('what the bank said is read by an officer and judged by a rule, and neither is changed', async () => {
  const { transfer } = await story.sent();
  await story.answered(statusReport('ACSP', { id: transfer }));
  await refused(asTreasury(`update bank_report_entry set outcome = 'applied'`));
  await refused(byRule(`update bank_report_entry set amount_minor = 1`));
  await refused(
    byRule(`insert into bank_report_entry (report_id, nr, says)
    select report_id, 99, 'booked' from bank_report_entry limit 1`),
  );
  await refused(
    asTreasury(
      `insert into bank_report_entry (report_id, nr, says, disbursement_id, outcome)
       select report_id, 99, 'booked', $1, 'applied' from bank_report_entry limit 1`,
      transfer,
    ),
  );
  // Nor is something added to what another has sent.
  await refused(
    world.asOfficer(story.boubacar, (tx) =>
      tx.query(`insert into bank_report_entry (report_id, nr, says)
        select report_id, 99, 'booked' from bank_report_entry limit 1`),
    ),
  );
  const { portal } = world;
  const bond = await story.given();
  for (const table of ['payment_file', 'bank_report', 'bank_report_entry']) {
    await refused(world.as(portal, bond.applicant.ctx, (tx) => tx.query(`select 1 from ${table}`)));
  }
});
