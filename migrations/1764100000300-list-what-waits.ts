import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for a person is a row of its own for as long as it waits: money in suspense, and refunds
 * that were returned twice. Their lists and numbers looked at whatever was ever in suspense, and at
 * every refund that succeeded at a second attempt. Each trigger runs for such transfers and
 * successes alone; an index on what an account holds would make every change of any balance touch
 * it. Events that wait for a person get an index in the order of their list.
 * Locks: ledger.transfer, disbursement and processor_event against writing while what is there is
 * read and the index is made: seconds at a million cases.
 * Back out: forward only; the lists can go back to the tables that these rows are taken from.
 */
export class ListWhatWaits1764100000300 implements MigrationInterface {
  name = 'ListWhatWaits1764100000300';

  async up(q: QueryRunner): Promise<void> {
    await q.query(SUSPENSE);
    await q.query(TWICE);
    await q.query(`
      create index processor_event_for_a_person on processor_event (received_at, id)
        where state in ('parked', 'failed')`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const SUSPENSE = `
  create table ledger.suspense (
    owner_id uuid primary key references ledger.account (owner_id),
    -- When money first came there, also when it left and came back.
    since timestamptz not null
  );
  create index suspense_longest on ledger.suspense (since, owner_id);

  create function ledger.list_suspense() returns trigger language plpgsql as $$
  begin
    if (select held from ledger.account where owner_id = new.owner_id) = 0 then
      delete from ledger.suspense where owner_id = new.owner_id;
    elsif new.credit = 'suspense' then
      insert into ledger.suspense (owner_id, since)
        select new.owner_id, happened_at from ledger.transfer
        where owner_id = new.owner_id and credit = 'suspense' order by seq limit 1
        on conflict do nothing;
    end if;
    return null;
  end $$;
  revoke execute on function ledger.list_suspense() from public;

  lock table ledger.transfer in share row exclusive mode;
  insert into ledger.suspense (owner_id, since)
    select a.owner_id, t.happened_at from ledger.account a
    join lateral (select happened_at from ledger.transfer
      where owner_id = a.owner_id and credit = 'suspense' order by seq limit 1) t on true
    where a.kind = 'suspense' and a.held > 0;
  create trigger list_suspense after insert on ledger.transfer
    for each row when ('suspense' in (new.debit, new.credit))
    execute function ledger.list_suspense();
  drop index ledger.transfer_to_suspense;

  grant select on ledger.suspense to officer, worker, auditor;
`;

const TWICE = `
  create table returned_twice (
    refund_id uuid primary key references refund (id)
  );

  create function app.list_returned_twice() returns trigger language plpgsql as $$
  begin
    if (select count(*) from disbursement
        where refund_id = new.refund_id and state = 'succeeded') > 1 then
      insert into returned_twice (refund_id) values (new.refund_id) on conflict do nothing;
    else
      delete from returned_twice where refund_id = new.refund_id;
    end if;
    return null;
  end $$;
  revoke execute on function app.list_returned_twice() from public;

  lock table disbursement in share row exclusive mode;
  insert into returned_twice (refund_id)
    select refund_id from disbursement where state = 'succeeded'
    group by refund_id having count(*) > 1;
  create trigger list_returned_twice after update of state on disbursement
    for each row when (old.state <> new.state and 'succeeded' in (old.state, new.state))
    execute function app.list_returned_twice();
  create trigger list_returned_twice_at_once after insert on disbursement
    for each row when (new.state = 'succeeded') execute function app.list_returned_twice();
  drop index disbursement_again;

  grant select on returned_twice to officer, worker, auditor;
  grant insert, delete on returned_twice to worker;
`;
