with due as (
  select b.id, b.case_id, b.state, c.state as case_state, c.reference, b.payer_contact_point_id
  from bond b join visa_case c on c.id = b.case_id
  where b.state in ('required', 'payment_started') and b.post_by < now()
    and not exists (select from payment p where p.bond_id = b.id
      and p.state not in ('expired', 'failed'))
  for update of b, c),
bonds as (
  update bond b set state = 'lapsed', state_since = now(), version = b.version + 1
  from due where b.id = due.id returning b.id),
bond_steps as (
  insert into bond_history (owner_id, seq, event, from_state, to_state, actor_kind, reason_code,
    happened_at)
  select id, 1 + (select max(h.seq) from bond_history h where h.owner_id = due.id), 'lapsed', state,
    'lapsed', 'system', 'R9', now() from due),
cases as (
  update visa_case c set state = 'bond_lapsed', state_since = now(), version = c.version + 1
  from due where c.id = due.case_id returning c.id),
case_steps as (
  insert into visa_case_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
  select case_id, 1 + (select max(h.seq) from visa_case_history h where h.owner_id = due.case_id),
    'bond_lapsed', case_state, 'bond_lapsed', 'system', now() from due),
trail as (
  insert into audit_entry (id, actor_kind, request_id, action, subject_kind, subject_id, outcome, details)
  select gen_random_uuid(), 'system', 'sweep.lapses', 'bond.lapsed', 'bond', id, 'done',
    jsonb_build_object('from', state, 'to', 'lapsed', 'reason', 'R9') from due
  union all
  select gen_random_uuid(), 'system', 'sweep.lapses', 'case.bond_lapsed', 'visa_case', case_id, 'done',
    jsonb_build_object('from', case_state) from due),
mails as (
  insert into mail (id, contact_point_id, template, params)
  select gen_random_uuid(), payer_contact_point_id, 'bond_lapsed', jsonb_build_object(
    'reference', reference, 'amount', '1000000 USD', 'city', 'Washington',
    'telephone', '+1 202 555 0100', 'email', 'visas@consulate.example',
    'address', '2131 Example Avenue, Washington, DC 20008', 'hours', '1-5 09:00-13:00',
    'invented', 'yes') from due
  returning id)
insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_seconds, policy)
select q.name, jsonb_build_object('mailId', mails.id), q.retry_limit, q.retry_delay, q.retry_backoff,
  q.expire_seconds, q.policy
from mails, pgboss.queue q where q.name = 'mail.send'
