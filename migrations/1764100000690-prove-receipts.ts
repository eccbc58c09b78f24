import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where each received payment stands in the tree of its day, from the day's end on. What was sealed
 * before has no proof. Locks: none. Back out: drop the function and the table.
 */
export class ProveReceipts1764100000690 implements MigrationInterface {
  name = 'ProveReceipts1764100000690';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
    await q.query(FUNCTION);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table inclusion_proof (
    source text collate "C" not null,
    id text collate "C" not null,
    day date not null references day_seal (day),
    place bigint not null check (place >= 0),
    path bytea not null check (length(path) % 32 = 0 and length(path) <= 64 * 32),
    leaf bytea not null check (length(leaf) = 32),
    content text not null check (length(content) <= 4000),
    constraint inclusion_proof_key primary key (source, id)
  );
  create index inclusion_proof_of_day on inclusion_proof (day, source, id);
  create trigger append_only before update or delete or truncate on inclusion_proof
    for each statement execute function app.refuse_change();
`;

// The row is shown to whoever may see the payment that it is of.
const RIGHTS = `
  grant select on inclusion_proof to portal, worker, auditor;
  grant insert on inclusion_proof to worker;

  alter table inclusion_proof enable row level security;
  alter table inclusion_proof force row level security;
  create policy asked_by_code on inclusion_proof for select to current_user using (true);
  create policy own on inclusion_proof for select to portal
    using (source = 'ledger.received_payment' and (select app.scope()) = 'applicant'
      and exists (select from payment p where p.received_payment_id::text = inclusion_proof.id));
  create policy by_rules on inclusion_proof to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on inclusion_proof for select to auditor using (true);
`;

// To whoever has the code of a receipt: hashes, and no row.
const FUNCTION = `
  create function app.proof_of_receipt(wanted text)
    returns table (day date, place bigint, path bytea, leaf bytea)
    language sql stable security definer
  begin atomic
    select i.day, i.place, i.path, i.leaf
    from paper p
    join ledger.received_payment r on r.bond_id = p.subject_id and r.to_bond > 0
    join inclusion_proof i on i.source = 'ledger.received_payment' and i.id = r.id::text
    where p.code = wanted and p.kind = 'receipt'
    order by r.learned_at desc limit 1;
  end;
  revoke execute on function app.proof_of_receipt(text) from public;
  grant execute on function app.proof_of_receipt(text) to portal;
`;
