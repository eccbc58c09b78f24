import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Disputes, booked over all owners of a payment, and money that comes back after it was gone for
 * good: a dispute that is won after it was lost has rows of its own in the chart. What was booked
 * stays as it is.
 * Locks: access exclusive on ledger.transfer while its CHECK is replaced; validating the new one
 * reads the table under a lock that lets it be read and written.
 * Back out: forward only, since rows may be booked.
 */
export class BookDisputes1764100000150 implements MigrationInterface {
  name = 'BookDisputes1764100000150';

  async up(q: QueryRunner): Promise<void> {
    await q.query(CHART);
    await q.query('alter table ledger.transfer validate constraint transfer_chart');
    await q.query(TAKEN);
    await q.query(DECIDED);
    await q.query(CAME_BACK);
    await q.query(FIGURES);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CHART = `
  alter table ledger.transfer drop constraint transfer_chart;
  alter table ledger.transfer add constraint transfer_chart check ((code, debit, credit) in (
    ('paid',           'processor:clearing',  'bond'),
    ('unmatched',      'processor:clearing',  'suspense'),
    ('matched',        'suspense',            'processor:clearing'),
    ('matched',        'processor:clearing',  'bond'),
    ('fee',            'processor:fees',      'processor:clearing'),
    ('refund',         'bond',                'processor:clearing'),
    ('refund',         'bond',                'bank:escrow'),
    ('refund',         'suspense',            'processor:clearing'),
    ('refund',         'suspense',            'bank:escrow'),
    ('returned_elsewhere', 'bond',            'processor:clearing'),
    ('returned_elsewhere', 'suspense',        'processor:clearing'),
    ('bounced',        'processor:clearing',  'bond'),
    ('bounced',        'bank:escrow',         'bond'),
    ('bounced',        'processor:clearing',  'suspense'),
    ('bounced',        'bank:escrow',         'suspense'),
    ('overpaid',       'operator:losses',     'processor:clearing'),
    ('overpaid',       'operator:losses',     'bank:escrow'),
    ('forfeit',        'bond',                'state:forfeited'),
    ('remitted',       'state:forfeited',     'state:remitted'),
    ('rescinded',      'state:forfeited',     'bond'),
    ('rescinded',      'state:remitted',      'bond'),
    ('withdrawn',      'disputes:receivable', 'processor:clearing'),
    ('reinstated',     'processor:clearing',  'disputes:receivable'),
    ('reinstated',     'processor:clearing',  'bond'),
    ('reinstated',     'processor:clearing',  'suspense'),
    ('charged_back',   'bond',                'disputes:receivable'),
    ('charged_back',   'suspense',            'disputes:receivable'),
    ('lost',           'operator:losses',     'disputes:receivable'),
    ('recovered',      'bond',                'operator:losses'),
    ('recovered',      'suspense',            'operator:losses'),
    ('payout',         'bank:escrow',         'processor:clearing'),
    ('funded',         'bank:escrow',         'operator:funding'),
    ('topped_up',      'processor:clearing',  'bank:escrow'),
    ('remittance',     'state:remitted',      'bank:escrow'),
    ('state_repaid',   'bank:escrow',         'state:remitted'))) not valid;
`;

const TAKEN = `
  -- A dispute takes money of a payment. Each owner answers for what is there, suspense before the
  -- bond, which answers for the rest.
  create function ledger.withdrawn(
    p_payment uuid, p_amount bigint, p_currency char(3), p_cause text, p_happened_at timestamptz)
    returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_asked bytea := ledger.hash_of('taken', p_payment::text, p_amount::text, p_currency);
    v_owners uuid[] := ledger.owners_of(p_payment);
    v_owner uuid;
    v_rest bigint := p_amount;
    v_part bigint;
  begin
    if v_owners is null then
      raise exception 'payment % was never received', p_payment using errcode = 'VB002';
    end if;
    foreach v_owner in array v_owners loop
      if ledger.seen(v_owner, p_cause, v_asked, p_currency) then return 'replayed'; end if;
    end loop;
    foreach v_owner in array v_owners loop
      select case when v_owner = v_owners[cardinality(v_owners)] then v_rest
          else least(v_rest, held) end into v_part
        from ledger.account where owner_id = v_owner;
      if v_part > 0 then
        perform ledger.append(v_owner, 'post', 'withdrawn', 'disputes:receivable',
          'processor:clearing', v_part, p_cause, 1, v_asked, p_happened_at, null, null, p_payment);
        v_rest := v_rest - v_part;
      end if;
    end loop;
    return 'booked';
  end $$;
`;

const DECIDED = `
  -- A dispute is decided for every owner of its payment. False when it had taken nothing.
  create function ledger.decided(
    p_payment uuid, p_withdrawn text, p_won boolean, p_cause text, p_happened_at timestamptz)
    returns boolean language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_owner uuid;
    v_seq integer;
    v_any boolean := false;
  begin
    foreach v_owner in array ledger.owners_of(p_payment) loop
      select seq into v_seq from ledger.transfer
        where owner_id = v_owner and cause = p_withdrawn and code = 'withdrawn';
      continue when not found;
      v_any := true;
      if p_won then
        perform ledger.dispute_won(v_owner, v_seq, p_cause, p_happened_at);
      else
        perform ledger.dispute_lost(v_owner, v_seq, p_cause, p_happened_at);
      end if;
    end loop;
    return v_any;
  end $$;
`;

const CAME_BACK = `
  drop function ledger.came_back(uuid, text, text, timestamptz);

  -- It came back: what was booked under p_left is undone, owner by owner. What the operator bears
  -- is made good first; with p_to_suspense the rest waits there, since its bond may not have it.
  create function ledger.came_back(p_payment uuid, p_left text, p_cause text,
    p_happened_at timestamptz, p_to_suspense boolean)
    returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_asked bytea := ledger.hash_of('came_back', p_payment::text, p_left, p_to_suspense::text);
    v_owner uuid;
    v_kind text;
    v_currency char(3);
    v_code text;
    v_amount bigint;
    v_own bigint;
    v_first integer;
  begin
    select currency into v_currency from ledger.received_payment where id = p_payment;
    if p_to_suspense then perform ledger.open(p_payment, 'suspense', v_currency); end if;
    foreach v_owner in array ledger.owners_of(p_payment) loop
      if ledger.seen(v_owner, p_cause, v_asked) then return 'replayed'; end if;
    end loop;
    foreach v_owner in array ledger.owners_of(p_payment) loop
      select sum(amount), min(seq),
          case when bool_or(code in ('charged_back', 'lost')) then 'reinstated' else 'bounced' end
        into v_amount, v_first, v_code from ledger.transfer
        where owner_id = v_owner and cause = p_left
          and code in ('returned_elsewhere', 'overpaid', 'charged_back', 'lost');
      continue when v_amount is null;
      perform ledger.must_not_be_followed(v_owner, v_first);
      select kind into v_kind from ledger.account where owner_id = v_owner;
      v_own := case when p_to_suspense and v_kind = 'bond'
        then least(v_amount, ledger.loss_of(v_owner)) else v_amount end;
      if v_own > 0 then
        perform ledger.append(v_owner, 'post', v_code, 'processor:clearing', v_kind, v_own,
          p_cause, 1, v_asked, p_happened_at, v_first, null, p_payment);
        perform ledger.recover(v_owner, p_cause, 2, v_asked, p_happened_at);
      end if;
      if v_amount > v_own then
        perform ledger.append(p_payment, 'post', v_code, 'processor:clearing', 'suspense',
          v_amount - v_own, p_cause, 3, v_asked, p_happened_at, null, null, p_payment);
      end if;
    end loop;
    return 'booked';
  end $$;
`;

const FIGURES = `
  create or replace view ledger.bond as
    select a.owner_id, a.currency, a.held, a.reserved,
      sum(case when t.code in ('paid', 'matched') then t.amount else 0 end)::bigint as paid,
      sum(case when t.code in ('refund', 'returned_elsewhere', 'overpaid') then t.amount
               when t.code = 'bounced' then -t.amount else 0 end)::bigint as refunded,
      sum(case when t.code = 'forfeit' then t.amount
               when t.code = 'rescinded' then -t.amount else 0 end)::bigint as forfeited,
      sum(case when t.code in ('charged_back', 'lost') then t.amount
               when t.code = 'reinstated' and t.credit = 'bond' then -t.amount
               else 0 end)::bigint as charged_back,
      sum(case 'operator:losses' when t.debit then t.amount
               when t.credit then -t.amount else 0 end)::bigint as borne
    from ledger.account a
    join ledger.transfer t on t.owner_id = a.owner_id and t.phase in ('post', 'settle')
    where a.kind = 'bond' group by a.owner_id;
`;

const RIGHTS = `
  revoke execute on function
    ledger.withdrawn(uuid, bigint, char, text, timestamptz),
    ledger.decided(uuid, text, boolean, text, timestamptz),
    ledger.came_back(uuid, text, text, timestamptz, boolean) from public;
  grant execute on function
    ledger.withdrawn(uuid, bigint, char, text, timestamptz),
    ledger.decided(uuid, text, boolean, text, timestamptz),
    ledger.came_back(uuid, text, text, timestamptz, boolean) to worker;
`;
