import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two rows of the chart, and the steps that book them: money of a payment that left the processor
 * by no attempt of ours (R35), and its return. Nothing that was booked changes.
 * Locks: access exclusive on ledger.transfer while its CHECK is replaced; validating the new one
 * reads the table under a lock that lets it be read and written.
 * Back out: forward only, since rows may be booked.
 */
export class BookReversals1764100000011 implements MigrationInterface {
  name = 'BookReversals1764100000011';

  async up(q: QueryRunner): Promise<void> {
    await q.query(CHART);
    await q.query('alter table ledger.transfer validate constraint transfer_chart');
    await q.query(STEPS);
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

const STEPS = `
  -- Whose money a received payment is: its suspense, then the bonds it was booked or matched to.
  create function ledger.owners_of(p_payment uuid) returns uuid[] language sql stable as $$
    select array_agg(a.owner_id order by a.kind = 'bond', a.owner_id)
    from (select p_payment as id
          union select bond_id from ledger.received_payment where id = p_payment
          union select i.owner_id from ledger.transfer o
            join ledger.transfer i on i.cause = o.cause and i.payment_id = p_payment
            where o.owner_id = p_payment and o.code = 'matched') owner
    join ledger.account a on a.owner_id = owner.id
  $$;

  -- Money of a payment left without an attempt of ours. It needs no decision, since it is a fact: what
  -- is free pays, suspense before the bond, and the operator bears the rest. What an attempt of ours
  -- has reserved stays reserved: when the processor refuses it, its void makes the loss good.
  create function ledger.returned_elsewhere(
    p_payment uuid, p_amount bigint, p_currency char(3), p_cause text, p_happened_at timestamptz)
    returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_asked bytea := ledger.hash_of('elsewhere', p_payment::text, p_amount::text, p_currency);
    v_owners uuid[] := ledger.owners_of(p_payment);
    v_owner uuid;
    v_rest bigint := p_amount;
    v_free bigint;
    v_kind text;
  begin
    if v_owners is null then
      raise exception 'payment % was never received', p_payment using errcode = 'VB002';
    end if;
    foreach v_owner in array v_owners loop
      if ledger.seen(v_owner, p_cause, v_asked, p_currency) then return 'replayed'; end if;
    end loop;
    foreach v_owner in array v_owners loop
      select least(v_rest, held - reserved), kind into v_free, v_kind
        from ledger.account where owner_id = v_owner;
      if v_free > 0 then
        perform ledger.append(v_owner, 'post', 'returned_elsewhere', v_kind, 'processor:clearing',
          v_free, p_cause, 1, v_asked, p_happened_at, null, null, p_payment);
        v_rest := v_rest - v_free;
      end if;
    end loop;
    if v_rest > 0 then
      perform ledger.append(v_owner, 'post', 'overpaid', 'operator:losses', 'processor:clearing',
        v_rest, p_cause, 2, v_asked, p_happened_at, null, null, p_payment);
    end if;
    return 'booked';
  end $$;

  -- It came back: what was booked under p_left is undone, owner by owner.
  create function ledger.came_back(
    p_payment uuid, p_left text, p_cause text, p_happened_at timestamptz)
    returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_asked bytea := ledger.hash_of('came_back', p_payment::text, p_left);
    v_owner uuid;
    v_kind text;
    v_amount bigint;
    v_first integer;
  begin
    foreach v_owner in array ledger.owners_of(p_payment) loop
      if ledger.seen(v_owner, p_cause, v_asked) then return 'replayed'; end if;
      select sum(amount), min(seq) into v_amount, v_first from ledger.transfer
        where owner_id = v_owner and cause = p_left and code in ('returned_elsewhere', 'overpaid');
      continue when v_amount is null;
      perform ledger.must_not_be_followed(v_owner, v_first);
      select kind into v_kind from ledger.account where owner_id = v_owner;
      perform ledger.append(v_owner, 'post', 'bounced', 'processor:clearing', v_kind, v_amount,
        p_cause, 1, v_asked, p_happened_at, v_first, null, p_payment);
      perform ledger.recover(v_owner, p_cause, 2, v_asked, p_happened_at);
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
      sum(case when t.code in ('charged_back', 'lost') then t.amount else 0 end)::bigint
        as charged_back,
      sum(case 'operator:losses' when t.debit then t.amount
               when t.credit then -t.amount else 0 end)::bigint as borne
    from ledger.account a
    join ledger.transfer t on t.owner_id = a.owner_id and t.phase in ('post', 'settle')
    where a.kind = 'bond' group by a.owner_id;
`;

const RIGHTS = `
  revoke execute on function ledger.owners_of(uuid),
    ledger.returned_elsewhere(uuid, bigint, char, text, timestamptz),
    ledger.came_back(uuid, text, text, timestamptz) from public;
  grant execute on function
    ledger.returned_elsewhere(uuid, bigint, char, text, timestamptz),
    ledger.came_back(uuid, text, text, timestamptz) to worker;
`;
