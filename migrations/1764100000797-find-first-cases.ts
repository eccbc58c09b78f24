import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day of a programme's first case is found by an index. The sweep looks for it each minute until
 * figures of the programme are told, and where it has no case that was all cases for ever.
 * Cases come one after the other, so that the tree grows at each programme's end, which is cheap.
 * Locks: visa_case is not written while the index is built; a second for a million rows.
 * Back out: drop the index.
 */
export class FindFirstCases1764100000797 implements MigrationInterface {
  name = 'FindFirstCases1764100000797';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index visa_case_opened on visa_case (programme_code, opened_at)');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
