import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The names of an entry's details are codes too: until now only their values were checked, and a name
 * could be anybody's words. Locks: a short one on audit_entry to add the check, then one that lets
 * others add rows while the old ones are read. Back out: drop the constraint.
 */
export class CodesForKeys1764100000050 implements MigrationInterface {
  name = 'CodesForKeys1764100000050';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table audit_entry add constraint audit_entry_details_keys check (
        not jsonb_path_exists(details,
          'strict $.keyvalue() ? (!(@.key like_regex "^[a-z][A-Za-z0-9_]{0,39}$"))')
      ) not valid`);
    await q.query('alter table audit_entry validate constraint audit_entry_details_keys');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
