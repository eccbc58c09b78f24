// Which moves of a bond each site may make: as a table, as those of a case are. What a rule or the
// processor moves, the worker's login moves; it is not listed.

const MOVES = `
  create table app.bond_move (
    process text not null,
    event text not null,
    from_state text not null,
    to_state text not null,
    primary key (process, event, from_state)
  );
  insert into app.bond_move (process, event, from_state, to_state) values
    ('portal', 'payment_started', 'required', 'payment_started'),
    ('portal', 'appealed', 'breach_declared', 'appealed'),
    ('officer', 'reopened', 'lapsed', 'required'),
    ('officer', 'corrected', 'required', 'required'),
    ('officer', 'notice_given', 'referred', 'notice_given');
  grant select on app.bond_move to portal, officer, worker;
`;

const CHECKS = `
  create function app.check_bond_move() returns trigger language plpgsql as $$
  begin
    if app.process() in ('portal', 'officer') and old.state is distinct from new.state
      and not exists (select from app.bond_move m where m.process = app.process()
        and m.from_state = old.state and m.to_state = new.state)
      or app.process() = 'portal' and new.state = 'appealed' and old.state <> 'appealed'
        and not exists (select from breach_appeal a join breach_file f on f.id = a.file_id
          where f.bond_id = new.id and a.account_id = app.actor())
      or app.process() = 'officer' and new.state = 'notice_given' and old.state <> 'notice_given'
        and not exists (select from breach_file f where f.bond_id = new.id
          and f.notice_by = app.actor())
    then
      raise exception 'a bond does not go from % to % here', old.state, new.state
        using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_bond_move() from public;
  create trigger check_bond_move before update of state on bond
    for each row execute function app.check_bond_move();

  create function app.check_bond_history() returns trigger language plpgsql as $$
  begin
    if app.process() in ('portal', 'officer')
      and (new.actor_id is distinct from app.actor()
        or not exists (select from app.bond_move m where m.process = app.process()
          and (m.event, m.from_state, m.to_state) = (new.event, new.from_state, new.to_state)))
    then
      raise exception 'no % of a bond is written here', new.event using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_bond_history() from public;
  create trigger check_bond_history before insert on bond_history
    for each row execute function app.check_bond_history();
`;

// The lock of a row is asked with the right to change it: the states that a site moves, and no more.
const POLICIES = `
  drop policy portal_begins on bond;
  create policy portal_moves on bond as restrictive for update to portal
    using (state in ('required', 'payment_started', 'breach_declared'))
    with check (state in ('payment_started', 'appealed'));
  drop policy portal_begins on bond_history;
  drop policy officer_asks_again on bond;
  create policy officer_moves on bond as restrictive for update to officer
    using (state in ('lapsed', 'required', 'referred'))
    with check (state in ('lapsed', 'required', 'notice_given'));
  drop policy officer_asks_again on bond_history;
`;

// As before, but for moves that ask nothing of the payer.
const TERMS = `
  create or replace function app.check_bond_terms() returns trigger language plpgsql as $$
  declare
    same boolean := (new.direction_id, new.amount_minor, new.currency, new.reason_code,
      new.directed_at) is not distinct from (old.direction_id, old.amount_minor, old.currency,
      old.reason_code, old.directed_at);
  begin
    if app.process() is distinct from 'officer' then return new; end if;
    if same and old.state = 'lapsed' then return new; end if;
    if same and new.post_by = old.post_by then return new; end if;
    if same or old.state <> 'required' or new.state <> 'required'
      or not exists (select from public.bond_direction d where d.id = new.direction_id
        and d.state = 'approved' and d.case_id = new.case_id and d.supersedes = old.direction_id
        and (d.amount_minor, d.currency, d.reason_code)
          = (new.amount_minor, new.currency, new.reason_code))
      or exists (select from public.undertaking u where u.bond_id = new.id)
      or exists (select from public.payment p where p.bond_id = new.id)
    then
      raise exception 'no direction asks for these terms, or somebody has signed for others'
        using errcode = '42501';
    end if;
    return new;
  end $$;
`;

export const BOND_MOVES = MOVES + CHECKS + POLICIES + TERMS;
