-- FROZEN. The yardstick of the bench `apply`: do not follow changes of the migrations. The tables,
-- with every constraint, index, trigger and policy, are those of a database of its own that is made
-- by the migrations up to the one named in benches/apply.ts.
-- Why it is the limit: one call in one transaction that reads, locks and writes the rows of a bond
-- that becomes held, under row-level security, is the least that can be asked of PostgreSQL for it.
-- It decides nothing and turns no row into an object. Finding the event, leases, the versions that
-- are read before the processor is asked, and the decisions come on top of it and show in the ratio.

create schema bench_apply;
create table bench_apply.todo (n bigserial primary key, payment_id uuid not null);
create sequence bench_apply.next;

create function bench_apply.hold() returns void language plpgsql as $$
declare
  moment timestamptz;
  paid uuid;
  intent text;
  receipt uuid := gen_random_uuid();
  letter uuid := gen_random_uuid();
  p payment;
  b bond;
  c record;
  office consulate;
  mine bigint := nextval('bench_apply.next');
begin
  perform set_config('app.scope', 'system', true), set_config('app.actor', '', true);
  moment := app.legal_now();

  -- What it is about; then the locks in their order.
  select payment_id into strict paid from bench_apply.todo where n = mine;
  select * into strict p from payment where id = paid;
  select case_id into strict b.case_id from bond where id = p.bond_id;
  select id, reference, state, version, consulate_id into strict c
    from visa_case where id = b.case_id for update;
  select * into strict b from bond where id = p.bond_id for update;
  select * into strict p from payment where id = paid for update;
  if p.state <> 'awaiting_payer' or b.state <> 'payment_started' or c.state <> 'bond_required' then
    raise exception 'not to be paid';
  end if;
  select * into strict office from consulate where id = c.consulate_id;
  intent := 'pi_' || substr(p.session_id, 9);

  perform to_bond from ledger.receive(
    receipt, p.amount_minor, p.currency, b.id, p.amount_minor, intent || ':paid', moment);

  update payment set state = 'paid', state_since = moment, version = version + 1,
      processor_payment_id = intent, charge_id = 'ch_' || intent, received_payment_id = receipt,
      method = 'card', decline_code = null, refundable_until = moment::date + 180
    where id = paid and state = 'awaiting_payer';
  insert into payment_history
      (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
    select paid, 1 + coalesce(max(seq), 0), 'paid', 'awaiting_payer', 'paid', 'system', moment
    from payment_history where owner_id = paid;
  update bond set state = 'held', state_since = moment, version = version + 1, held_at = moment
    where id = b.id and state = 'payment_started';
  insert into bond_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
    select b.id, 1 + coalesce(max(seq), 0), 'money_arrived', 'payment_started', 'held', 'system',
      moment
    from bond_history where owner_id = b.id;
  update visa_case set state = 'bond_posted', state_since = moment, version = version + 1
    where id = c.id and state = 'bond_required';
  insert into visa_case_history
      (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
    select c.id, 1 + coalesce(max(seq), 0), 'bond_posted', 'bond_required', 'bond_posted', 'system',
      moment
    from visa_case_history where owner_id = c.id;

  insert into audit_entry (id, actor_kind, actor_id, request_id, action, subject_kind, subject_id,
                           outcome, details)
  values
    (gen_random_uuid(), 'system', null, 'event-inbox', 'payment.paid', 'payment', paid, 'done',
      jsonb_build_object('bond', b.id, 'happened_at', to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))),
    (gen_random_uuid(), 'system', null, 'event-inbox', 'bond.money_arrived', 'bond', b.id, 'done',
      '{"from": "payment_started", "to": "held"}'),
    (gen_random_uuid(), 'system', null, 'event-inbox', 'case.bond_posted', 'visa_case', c.id, 'done',
      '{"from": "bond_required"}');
  insert into mail (id, contact_point_id, template, params)
  values (letter, b.payer_contact_point_id, 'payment_received',
    jsonb_build_object('reference', c.reference, 'amount', p.amount_minor || ' ' || p.currency,
      'city', office.city, 'contact', office.contact::text));

  -- As pg-boss 12.38 writes a job.
  INSERT INTO pgboss.job_common (
    id,
    name,
    data,
    priority,
    start_after,
    created_on,
    singleton_key,
    singleton_on,
    group_id,
    group_tier,
    expire_seconds,
    deletion_seconds,
    keep_until,
    retry_limit,
    retry_delay,
    retry_backoff,
    retry_delay_max,
    policy,
    dead_letter,
    heartbeat_seconds,
    blocked,
    blocking,
    pending_dependencies,
    trace_context
  )
  SELECT
    COALESCE(id, gen_random_uuid()) as id,
    'mail.send' as name,
    data,
    COALESCE(priority, 0) as priority,
    j.start_after,
    pgboss.job_now() as created_on,
    "singletonKey",
    CASE
      WHEN "singletonSeconds" IS NOT NULL THEN 'epoch'::timestamp + '1s'::interval * ("singletonSeconds"::float8 * floor(( date_part('epoch', pgboss.job_now()) + COALESCE("singletonOffset",0)::float8) / "singletonSeconds"::float8 ))
      ELSE NULL
      END as singleton_on,
    "groupId" as group_id,
    "groupTier" as group_tier,
    COALESCE("expireInSeconds", q.expire_seconds, 900) as expire_seconds,
    COALESCE("deleteAfterSeconds", q.deletion_seconds, 604800) as deletion_seconds,
    j.start_after + (COALESCE("retentionSeconds", q.retention_seconds, 1209600) * interval '1s') as keep_until,
    COALESCE("retryLimit", q.retry_limit, 2) as retry_limit,
    COALESCE("retryDelay", q.retry_delay, 0) as retry_delay,
    COALESCE("retryBackoff", q.retry_backoff, false) as retry_backoff,
    COALESCE("retryDelayMax", q.retry_delay_max) as retry_delay_max,
    q.policy,
    COALESCE("deadLetter", q.dead_letter) as dead_letter,
    COALESCE("heartbeatSeconds", q.heartbeat_seconds) as heartbeat_seconds,
    COALESCE(blocked, false) as blocked,
    COALESCE(blocking, false) as blocking,
    COALESCE("pendingDependencies", 0) as pending_dependencies,
    "__traceContext" as trace_context
  FROM (
    SELECT *,
      CASE
        WHEN (right("startAfter", 1) = 'Z' OR "startAfter" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN CAST("startAfter" as timestamp with time zone)
        ELSE pgboss.job_now() + CAST(COALESCE("startAfter",'0') as interval)
        END as start_after
    FROM json_to_recordset(json_build_array(json_build_object('data', json_build_object('mailId', letter)))::text::json) as x (
      id uuid,
      priority integer,
      data jsonb,
      "startAfter" text,
      "retryLimit" integer,
      "retryDelay" integer,
      "retryDelayMax" integer,
      "retryBackoff" boolean,
      "singletonKey" text,
      "singletonSeconds" integer,
      "singletonOffset" integer,
      "groupId" text,
      "groupTier" text,
      "expireInSeconds" integer,
      "deleteAfterSeconds" integer,
      "retentionSeconds" integer,
      "deadLetter" text,
      "heartbeatSeconds" integer,
      blocked boolean,
      blocking boolean,
      "pendingDependencies" integer,
      "__traceContext" jsonb
    )
  ) j
  LEFT JOIN pgboss.queue q ON q.name = 'mail.send'
  ON CONFLICT DO NOTHING;

  update processor_event set state = 'applied', problem = null, claimed_until = null,
      processed_at = clock_timestamp()
    where id = 'evt_' || replace(paid::text, '-', '') and state = 'received';
end $$;

grant usage on schema bench_apply to worker;
grant select on bench_apply.todo to worker;
grant usage on sequence bench_apply.next to worker;
grant execute on function bench_apply.hold() to worker;
