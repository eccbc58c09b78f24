import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an applicant typed may differ from the lines of the passport: the submission says in what, by
 * names of fields alone, and an officer looks at it.
 * Locks: case_submission briefly; the default needs no rewrite. What was submitted before agreed.
 * Back out: drop the column.
 */
export class PassportLines1764100000090 implements MigrationInterface {
  name = 'PassportLines1764100000090';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table case_submission
        add column mrz_flags text[] not null default '{}'
        constraint case_submission_mrz_flags check (mrz_flags <@ array[
          'missing', 'unreadable', 'number', 'issuingState', 'expiresOn', 'bornOn', 'nationality',
          'familyName', 'givenNames'])`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
