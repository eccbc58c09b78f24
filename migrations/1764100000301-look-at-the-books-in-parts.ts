import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CUSTODY_ORACLE } from './ranges/custody.ts';
import { ESCROW_KEYS, ESCROW_ORACLE } from './ranges/escrow.ts';
import { LEDGER_KEYS, LEDGER_ORACLE } from './ranges/ledger.ts';
import { REFUNDS_KEYS, REFUNDS_ORACLE } from './ranges/refunds.ts';
import { RANGE } from './ranges/within.ts';

/**
 * The checks of the books look at a range of ids, so that a pass goes over them in parts, each short,
 * however much there is. How far a pass has come is kept, so that another process goes on with it.
 * And a pass adds up the accounts as it goes: the officers' page reads the sums.
 * Locks: oracle_pass and the views exclusively, for an instant.
 * Back out: forward only; without a range the checks look at everything, as before.
 */
export class LookAtTheBooksInParts1764100000301 implements MigrationInterface {
  name = 'LookAtTheBooksInParts1764100000301';

  async up(q: QueryRunner): Promise<void> {
    await q.query(RANGE);
    await q.query([LEDGER_ORACLE, ESCROW_ORACLE, CUSTODY_ORACLE, REFUNDS_ORACLE].join(''));
    await q.query([LEDGER_KEYS, ESCROW_KEYS, REFUNDS_KEYS].join(''));
    await q.query(`
      grant select on ledger.oracle_key, escrow.oracle_key, refunds.oracle_key to worker, auditor`);
    await q.query(PROGRESS);
    await q.query(TRIAL_BALANCE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const PROGRESS = `
  -- Everything that was there at this moment has been looked at since.
  alter table oracle_pass add column began_at timestamptz;
  update oracle_pass set began_at = ended_at - make_interval(secs => seconds);
  alter table oracle_pass alter column began_at set not null;
  grant update (began_at) on oracle_pass to worker;

  create table oracle_progress (
    only_row boolean primary key default true check (only_row),
    began_at timestamptz not null default clock_timestamp(),
    -- Where the next part begins.
    next_id uuid not null default '00000000-0000-0000-0000-000000000000',
    violations integer not null default 0
      constraint oracle_progress_violations check (violations >= 0)
  );
  grant select on oracle_progress to officer, worker, auditor;
  grant insert, delete, update (next_id, violations) on oracle_progress to worker;
`;

const TRIAL_BALANCE = `
  create table trial_balance (
    -- The beginning of the pass that added it up.
    as_of timestamptz not null,
    account text not null,
    currency char(3) not null,
    by_transfers bigint, -- debit minus credit; null where nothing moved
    by_accounts bigint, -- what guarded accounts hold; null for others
    primary key (as_of, account, currency)
  );
  grant select on trial_balance to officer, worker, auditor;
  grant insert, delete, update (by_transfers, by_accounts) on trial_balance to worker;
`;
