/**
 * The table of what happened to rows of a lifecycle table: one row per step, numbered without a
 * gap per owner, never changed. Logins need select and insert, granted by the caller.
 */
export const historyTable = (owner: string): string => `
  create table ${owner}_history (
    owner_id uuid not null references ${owner} (id),
    seq integer not null check (seq > 0),
    event text not null,
    from_state text not null,
    to_state text not null,
    actor_kind text not null,
    actor_id uuid,
    reason_code text,
    happened_at timestamptz not null,
    learned_at timestamptz not null default clock_timestamp(),
    primary key (owner_id, seq)
  );
  create trigger append_only before update or delete or truncate on ${owner}_history
    for each statement execute function app.refuse_change();
`;
