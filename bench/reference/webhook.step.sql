-- FROZEN. One new event is stored, as the api's login.
with made as (select replace(gen_random_uuid()::text, '-', '') as n)
insert into bench_inbox.processor_event
  (id, type, object_id, object_kind, our_id, api_version, livemode, created_at, body_sha256)
select 'evt_' || n, 'checkout.session.completed', 'cs_test_' || n, 'checkout.session',
  gen_random_uuid(), '2026-06-24.preview', false, now(), sha256(n::bytea)
from made on conflict (id) do nothing returning id
