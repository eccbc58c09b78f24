import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The length of what stands in an entry of the trail is measured, not matched: for a list of fifty
 * names the expression with an upper bound took two milliseconds and more of each page that shows one.
 * What is allowed stays the same.
 * Locks: audit_entry exclusively for an instant; then its rows are read while others read and write.
 * Back out: add the former constraint again and drop the function.
 */
export class LengthsOfDetails1764100000250 implements MigrationInterface {
  name = 'LengthsOfDetails1764100000250';

  async up(q: QueryRunner): Promise<void> {
    await q.query(SHORT);
    await q.query(ENTRIES);
    await q.query('alter table audit_entry validate constraint audit_entry_details');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const SHORT = `
  create function app.has_short_values(details jsonb) returns boolean
    language plpgsql immutable parallel safe as $$
  begin
    return jsonb_typeof(details) = 'object' and not exists (
      select from jsonb_each(details) d
      where jsonb_typeof(d.value) = 'string' and length(d.value #>> '{}') > 200);
  end $$;
  revoke execute on function app.has_short_values(jsonb) from public;
  grant execute on function app.has_short_values(jsonb) to portal, officer, api, worker, auditor`;

const ENTRIES = `
  alter table audit_entry drop constraint audit_entry_details;
  alter table audit_entry add constraint audit_entry_details check (
    jsonb_typeof(details) = 'object' and length(details::text) <= 2000 and
    (length(details::text) <= 200 or app.has_short_values(details)) and
    not jsonb_path_exists(details,
      'strict $.* ? (!(@.type() == "number" ||
         (@.type() == "string" && @ like_regex "^[A-Za-z0-9_.:/+-]*$")))')) not valid`;
