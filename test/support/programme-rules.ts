// Other rules than those that are shipped, for tests that are about something else, or about them.
import type { RuleValues } from '#programme';
import type { TestDatabase } from './database.ts';

/** Refunds of rules leave at once and however many: what tests of other things want. */
export const NO_BRAKE = {
  refundHoldMinutes: 0,
  refundsPerHour: 1000,
  refundsPerHourByClient: 1000,
} satisfies Partial<RuleValues>;

/** Changes every version in place. Only here: everywhere else a version that stands is law. */
export async function setRules(db: TestDatabase, change: Partial<RuleValues>): Promise<void> {
  const json = db.admin.escapeLiteral(JSON.stringify(change));
  await db.admin.query(
    `begin; set local session_replication_role = replica;
     update programme_version set rules = rules || ${json}::jsonb; commit`,
  );
}
