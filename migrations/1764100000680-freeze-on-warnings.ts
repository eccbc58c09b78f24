import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bank that warns of fraud freezes the case that its card paid for: the worker places that freeze,
 * and no other; two people lift it like any.
 * Locks: case_freeze exclusively, for an instant; it is small.
 * Back out: lift what banks placed, drop the policies, set the constraints as they were.
 */
export class FreezeOnWarnings1764100000680 implements MigrationInterface {
  name = 'FreezeOnWarnings1764100000680';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  alter table case_freeze
    add column processor_warning_id text constraint case_freeze_warning_form
      check (processor_warning_id ~ '^issfr_[^[:space:]:]{1,100}$'),
    alter column placed_by drop not null,
    drop constraint case_freeze_reason,
    add constraint case_freeze_reason
      check (reason_code in ('fraud_suspected', 'fraud_warning', 'sanctions_match')),
    add constraint case_freeze_of_warning unique (processor_warning_id),
    add constraint case_freeze_placed check (
      (reason_code = 'fraud_warning') = (placed_by is null)
      and (placed_by is null) = (processor_warning_id is not null));
`;

const RIGHTS = `
  grant insert on case_freeze to worker;
  create policy bank_warns on case_freeze as restrictive for insert to worker
    with check (state = 'in_force' and reason_code = 'fraud_warning');
`;
