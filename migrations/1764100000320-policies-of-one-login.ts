import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asks is one call, and rules and staff have policies of their own.
 * PostgreSQL writes a function of SQL into each place that calls it. Of `app.scope()` and
 * `app.actor()`, some forty operations each, one move of a payment under its policies had 56 copies,
 * which were made ready at each execution and almost none of them asked: three quarters of the time
 * of that statement, and half of the server's for a bond that becomes held. As plpgsql they are one
 * call wherever they stand, and are planned once a connection.
 * Beside that, each login had in its plans what concerns others: to the worker, which may only be a
 * rule, every policy also looked for the bond of an applicant. A policy of a login that can be one
 * thing asks for that. Everybody is shown what they were shown.
 * No role is a member of another (row-security.spec.ts), so that a policy for the worker's binds the
 * worker and nobody else.
 * Locks: each table of these policies exclusively, for an instant.
 * Back out: forward only; the former text says the same.
 */
export class PoliciesOfOneLogin1764100000320 implements MigrationInterface {
  name = 'PoliciesOfOneLogin1764100000320';

  async up(q: QueryRunner): Promise<void> {
    await q.query(WHO_ASKS);
    for (const [table, policy] of FOR_ALL) {
      await q.query(`
        alter policy ${policy} on ${table} to migrator, portal, api;
        create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
        create policy by_rules on ${table} to worker using (${IS_RULE})`);
    }
    for (const [table, policy] of FOR_PEOPLE) {
      await q.query(`
        alter policy ${policy} on ${table} to ${PEOPLE_OF[table] ?? 'officer'};
        create policy by_rules on ${table} to worker using (${IS_RULE})`);
    }
    await q.query(PARTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// The worker's login claims no other scope (app.scope()).
const IS_RULE = `current_setting('app.scope', true) = 'system'`;

const WHO_ASKS = `
  create or replace function app.scope() returns text language plpgsql stable as $$
  declare
    process text := app.process();
    claimed text := coalesce(current_setting('app.scope', true), '');
  begin
    return case
      when process is null then claimed
      when claimed = any (case process
          when 'portal' then '{sign-in,visitor}'
          when 'officer' then '{sign-in,visitor}'
          when 'api' then '{client,visitor}'
          when 'worker' then '{system}'
          else '{}' end ::text[])
        or claimed = case process when 'portal' then 'applicant' when 'officer' then 'staff' end
          and app.is_vouched()
      then claimed else '' end;
  end $$;

  create or replace function app.actor() returns uuid language plpgsql stable as $$
  declare
    process text := app.process();
    claimed text := current_setting('app.scope', true);
  begin
    return case
      when process is null
        or process = 'api' and claimed = 'client'
        or process in ('portal', 'officer') and claimed in ('applicant', 'staff')
          and app.is_vouched()
      then nullif(current_setting('app.actor', true), '')::uuid end;
  end $$;
`;

/** Policies for everybody, who all had to be asked about. The auditor has one of its own. */
const FOR_ALL = [
  ['bond_direction', 'staff'],
  ['bond', 'own_or_staff'],
  ['bond_history', 'with_bond'],
  ['undertaking', 'with_bond'],
  ['payment', 'with_bond'],
  ['payment_history', 'with_bond'],
  ['movement_batch', 'movement_batch_scope'],
  ['movement', 'movement_scope'],
  ['movement_history', 'movement_history_scope'],
  ['refund', 'refund_scope'],
  ['disbursement', 'disbursement_scope'],
  ['disbursement_history', 'disbursement_history_scope'],
  ['suspense_entry', 'with_bond'],
] as const;

/** Policies that the worker shared with people. */
const FOR_PEOPLE = [
  ['visa_case', 'visa_case_staff'],
  ['case_submission', 'case_submission_staff'],
  ['visa', 'visa_staff'],
  ['reversal', 'reversal_scope'],
  ['reversal_history', 'reversal_history_scope'],
  ['case_document', 'case_document_of_visible'],
] as const;
const PEOPLE_OF: Readonly<Record<string, string>> = { case_document: 'portal, officer' };

const PARTS = `
  alter policy visa_case_history_of_visible on visa_case_history to portal, officer, auditor;
  create policy by_rules on visa_case_history to worker
    using (${IS_RULE}) with check (${IS_RULE} and actor_id is null);

  alter policy audit_entry_own_name on audit_entry to portal, officer, api;
  alter policy audit_entry_staff on audit_entry to officer;
  create policy by_rules on audit_entry for insert to worker
    with check (${IS_RULE} and actor_kind = 'system' and actor_id is null);
  create policy rules_read on audit_entry for select to worker using (${IS_RULE});

  alter policy contact_point_new on contact_point to officer;
  drop policy contact_point_sender on contact_point;
  create policy by_rules on contact_point for insert to worker with check (${IS_RULE});
  create policy rules_read on contact_point for select to worker using (${IS_RULE});

  alter policy mail_new on mail to portal, officer;
  drop policy mail_sender on mail;
  create policy by_rules on mail to worker using (${IS_RULE});

  alter policy person_read on person to officer;
  create policy rules_read on person for select to worker using (${IS_RULE});

  alter policy travel_document_read on travel_document to officer;
  drop policy travel_document_released on travel_document;
  create policy by_rules on travel_document for update to worker using (${IS_RULE});
  create policy rules_read on travel_document for select to worker using (${IS_RULE});

  drop policy mailed_code_removal on mailed_code;
  create policy by_rules on mailed_code to worker using (${IS_RULE});
`;
