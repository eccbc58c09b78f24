import { newId } from '#platform';
import type { TestBond } from './world/bonds.ts';
import type { World } from './world/world.ts';

/** One row of tables that take long to fill as people do, put in as they are. */
export async function rowsWithoutAStory(world: World, bond: TestBond): Promise<void> {
  const { accountId, contactPointId } = bond.applicant;
  await world.rows(
    `insert into mailed_code (id, purpose, kind, account_id, email_token, email_sealed,
                              browser_hash, code_hash, language, contact_point_id, expires_at)
     select $1, 'sign_up', 'applicant', $2, zero, '', zero, zero, 'en', $3, now()
     from decode(repeat('00', 32), 'hex') zero`,
    ...[newId(), accountId, contactPointId],
  );
  await world.rows(
    `insert into email_change (id, account_id, old_email_token, old_email_sealed, old_address_sealed,
       undo_hash, undo_until) values ($1, $2, '', '', '', decode(repeat('00', 32), 'hex'), now())`,
    ...[newId(), accountId],
  );
  await world.rows(
    `insert into suspense_entry (received_payment_id, why, bond_id, received_minor, amount_minor,
       currency, arrived_at) values ($1, 'unknown_payment', $2, 1, 1, 'USD', now())`,
    ...[newId(), bond.bondId],
  );
  await world.rows(
    `insert into session (sid, sess, expire, login) values ('s1', '{}', now(), 'officer');
     insert into visa_revocation (id, case_id, reference, reason_code, state, proposed_by, proposed_at)
     select id, id, reference, 'security', 'proposed', id, now() from visa_case limit 1;
     insert into case_freeze (id, case_id, reference, reason_code, placed_by, placed_at, state_since)
     select c.id, c.id, c.reference, 'fraud_suspected', a.id, now(), now() from visa_case c, account a limit 1;
     insert into money_difference (id, object_id, currency, subject, kind, moved_minor,
       moved_fee_minor, since, found_at, checked_at, state, state_since)
     select id, 'pi_1', 'USD', 'payment', 'not_booked', 1, 0, now(), now(), now(), 'open', now()
     from visa_case limit 1;
     insert into money_difference_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
     select id, 1, 'still_there', 'asked', 'open', 'system', now() from money_difference;
     insert into bank_statement (id, file_sha256, nr, kind, account, currency, from_on, to_on,
       opening_minor, closing_minor, entries, sent_by, sent_at)
     select a.id, sha256(''), 1, 'csv', '1', 'USD', '2026-01-01', '2026-01-01', 0, 1, 1, a.id, now()
     from account a limit 1;
     insert into bank_entry (id, statement_id, nr, account, currency, name, amount_minor, booked_on)
     select id, id, 1, '1', 'USD', '1', 1, '2026-01-01' from bank_statement;
     insert into case_freeze_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
     select id, 1, 'proposed', 'in_force', 'lift_proposed', 'system', now() from case_freeze`,
  );
  // Its day is not closed yet.
  await world.rows(
    `set session_replication_role = replica;
     insert into inclusion_proof (source, id, day, place, path, leaf, content)
     select 'ledger.received_payment', received_payment_id::text, '2026-01-01', 0, '', sha256(''), '[]'
     from payment where received_payment_id is not null;
     set session_replication_role = origin`,
  );
}
