import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a consulate is reached, the purpose of a planned journey for officers' lists, and the bank's
 * reason for declining a card.
 * Locks: each table exclusively, for the moment of adding a column without a default.
 * Back out: drop the three columns; nothing else reads them.
 */
export class ConsulateContacts1764100000100 implements MigrationInterface {
  name = 'ConsulateContacts1764100000100';

  async up(q: QueryRunner): Promise<void> {
    await q.query(COLUMNS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Null in what was there before: an office says nothing until its programme does, what is frozen is
// never filled in afterwards, and no payment was asked why it failed.
const COLUMNS = `
  alter table consulate add column contact jsonb
    constraint consulate_contact check (jsonb_typeof(contact) = 'object');
  alter table case_submission add column purpose text
    constraint case_submission_purpose check (purpose ~ '^[a-z][a-z_]{1,39}$');
  alter table payment add column decline_code text
    constraint payment_decline_code check (decline_code ~ '^[a-z_]{1,60}$');
  grant update (decline_code) on payment to worker;
`;
