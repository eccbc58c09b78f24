import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lies at the processor in payers' own names, added up by a pass over the books as the accounts
 * are: the page that shows both added up every payment and refund that there ever was.
 * The last pass did not, so it is forgotten, and a worker begins another as it starts.
 * Locks: oracle_pass and oracle_progress, for an instant. Back out: drop the table.
 */
export class AddUpPayersCash1764100000796 implements MigrationInterface {
  name = 'AddUpPayersCash1764100000796';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table trial_cash (
        -- The beginning of the pass that added it up.
        as_of timestamptz not null,
        currency char(3) not null,
        minor bigint not null,
        primary key (as_of, currency)
      );
      grant select on trial_cash to officer, worker, auditor;
      grant insert, delete, update (minor) on trial_cash to worker;
      delete from oracle_progress;
      delete from oracle_pass`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
