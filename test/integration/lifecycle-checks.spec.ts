import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseLifecycle } from '#application';
import { bondLifecycle, isPosted, payerInvitationLifecycle } from '#bond-escrow';
import { breachRulingLifecycle } from '#breach';
import { evidenceLifecycle, movementProposalLifecycle, stayFactLifecycle } from '#departure';
import type { Lifecycle } from '#kernel';
import { programmeLifecycle, programmeVersionLifecycle } from '#programme';
import { disbursementLifecycle, disputeAnswerLifecycle, disputeLifecycle } from '#refund';
import { reversalLifecycle } from '#refund';
import { freezeLifecycle, rescueLifecycle, revocationLifecycle, suspenseLifecycle } from '#refund';
import { differenceLifecycle } from '#treasury';
import { borderCallbackLifecycle, borderKeyLifecycle, borderProposalLifecycle } from '#travel';
import { candidateLifecycle, movementImportLifecycle, movementLifecycle } from '#travel';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { valuesOfCheck } from '../support/values-of-check.ts';

// One line per table whose rows follow a lifecycle: its CHECK <table>_state lists the same states.
const tables: [table: string, lifecycle: Lifecycle<string, string, string>][] = [
  ['programme', programmeLifecycle],
  ['programme_version', programmeVersionLifecycle],
  ['visa_case', caseLifecycle],
  ['movement', movementLifecycle],
  ['movement_proposal', movementProposalLifecycle],
  ['movement_import', movementImportLifecycle],
  ['movement_candidate', candidateLifecycle],
  ['disbursement', disbursementLifecycle],
  ['reversal', reversalLifecycle],
  ['dispute', disputeLifecycle],
  ['money_difference', differenceLifecycle],
  ['dispute_answer', disputeAnswerLifecycle],
  ['rescue', rescueLifecycle],
  ['payer_invitation', payerInvitationLifecycle],
  ['breach_ruling', breachRulingLifecycle],
  ['evidence', evidenceLifecycle],
  ['stay_fact', stayFactLifecycle],
  ['visa_revocation', revocationLifecycle],
  ['case_freeze', freezeLifecycle],
  ['suspense_proposal', suspenseLifecycle],
  ['border_proposal', borderProposalLifecycle],
  ['border_key', borderKeyLifecycle],
  ['border_callback', borderCallbackLifecycle],
];
/** People's answers: the row itself says who did what and when, each of it once. */
const ANSWERS = [
  ...['programme_version', 'visa_revocation', 'border_proposal', 'border_key', 'border_callback'],
];

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

test.each(tables)('%s: the database knows the states of the code', async (table, lifecycle) => {
  const checked = await valuesOfCheck(db.admin, table, `${table}_state`);
  expect(checked).toEqual([...lifecycle.states].sort());
});

test('what one person may dismiss alone is told by the bonds that were never posted', async () => {
  const { rows } = await db.admin.query<{ body: string }>(
    `select prosrc as body from pg_proc where oid = 'app.may_dismiss_alone(uuid)'::regprocedure`,
  );
  const listed = /b\.state not in \(([^)]*)\)/.exec(rows[0]!.body)?.[1] ?? '';
  const never = bondLifecycle.states.filter((state) => !isPosted(state));
  expect(listed.split(', ')).toEqual(never.map((state) => `'${state}'`));
});

test('each of them has its history, which takes only additions', async () => {
  const withHistory = tables.map(([table]) => table).filter((table) => !ANSWERS.includes(table));
  const { rows } = await db.admin.query<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only'`,
  );
  const names = rows.map((row) => row.name);
  expect(names).toEqual(expect.arrayContaining(withHistory.map((table) => `${table}_history`)));
});
