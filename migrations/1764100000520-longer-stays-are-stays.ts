import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A longer stay is the stay of somebody who was let in. The check compared two days, and a comparison
 * with null forbids nothing: a longer stay could outlive the admission that it was granted for.
 * Locks: visa exclusively while its rows are read; seconds for a million.
 * Back out: add the former constraint again.
 */
export class LongerStaysAreStays1764100000520 implements MigrationInterface {
  name = 'LongerStaysAreStays1764100000520';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table visa drop constraint visa_extended_until,
        add constraint visa_extended_until
          check (extended_until is null or leave_by is not null and extended_until = leave_by);
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
