// Who may do what. Portal and api have no right here at all: they see a bond through its own row.

export const rights = `
-- A new function is executable by everybody. Revoked here for this schema only, and in the
-- transaction that makes it, so that migrations of other schemas keep PostgreSQL's ordinary
-- default; a later function of this schema must revoke for itself, and the test of rights fails on
-- one that did not.
revoke execute on all functions in schema ledger from public;

grant usage on schema ledger to officer, worker, auditor;
grant select on ledger.account, ledger.decision, ledger.transfer, ledger.received_payment,
  ledger.balance, ledger.bond to officer, worker, auditor;
grant select on ledger.oracle to worker, auditor;

-- Only the worker may write that a rule made a decision; an officer writes who asks, another who
-- approves.
grant insert (id, owner_id, refund, forfeit, currency, requested_by, decided_at),
  update (approved_by) on ledger.decision to officer;
grant insert (id, owner_id, refund, forfeit, currency, rule, decided_at)
  on ledger.decision to worker;

grant execute on function ledger.reserve(uuid, text, text, bigint, char, uuid, text, timestamptz)
  to officer, worker;
grant execute on function
  ledger.receive(uuid, bigint, char, uuid, bigint, text, timestamptz),
  ledger.match(uuid, uuid, bigint, char, text, timestamptz),
  ledger.fee(uuid, bigint, char, text, timestamptz),
  ledger.settle(uuid, integer, text, timestamptz),
  ledger.void(uuid, integer, text, timestamptz),
  ledger.take_back(uuid, integer, text, timestamptz),
  ledger.remit(uuid, integer, text, timestamptz),
  ledger.rescind(uuid, integer, uuid, text, timestamptz),
  ledger.dispute_withdrawn(uuid, bigint, char, text, timestamptz),
  ledger.dispute_won(uuid, integer, text, timestamptz),
  ledger.dispute_lost(uuid, integer, text, timestamptz),
  ledger.treasury(uuid, text, bigint, char, text, timestamptz)
  to worker;
`;
