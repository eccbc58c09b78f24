-- FROZEN. One payment becomes held, for a new bond each time, as the worker's login.
-- (pgbench takes a colon inside quotes for a variable, hence chr(58).)
select to_bond from bench_ledger.receive(gen_random_uuid(), 1000000, 'USD', gen_random_uuid(),
  1000000, 'pi_' || gen_random_uuid() || chr(58) || 'paid', now())
