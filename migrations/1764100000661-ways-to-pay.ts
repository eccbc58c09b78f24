import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A payer chooses a way to pay: card, bank debit or bank transfer. A transfer goes to an account that the
 * processor makes for this one payment; what comes there and is not taken by it is received as any other
 * money and returned. And a rule of programmes, which ways there are: versions that stand get all of
 * them. The trigger that keeps versions from changing is off for this one statement.
 * Locks: payment and programme_version, exclusively and briefly; the checks read payment once.
 * Back out: forward only, since money may be on its way to such an account.
 */
export class WaysToPay1764100000661 implements MigrationInterface {
  name = 'WaysToPay1764100000661';

  async up(q: QueryRunner): Promise<void> {
    await q.query(PAYMENT);
    await q.query(CASH);
    await q.query('alter table programme_version disable trigger keep_version');
    await q.query(ADD, [JSON.stringify(RULE), JSON.stringify(BASIS)]);
    await q.query('alter table programme_version enable trigger keep_version');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const RULE = { paymentWays: ['card', 'bank_debit', 'bank_transfer'] };
const BASIS = {
  paymentWays: {
    tag: 'D',
    source: 'None is published; those by which the whole amount can be paid and returned',
  },
};

// What a version says already wins.
const ADD = `
  update programme_version
  set rules = $1::jsonb || rules
    || jsonb_build_object('basis', $2::jsonb || coalesce(rules->'basis', '{}'))`;

const PAYMENT = `
  alter table payment
    add column way text not null default 'card'
      constraint payment_way check (way in ('card', 'bank_debit', 'bank_transfer')),
    add column processor_customer_id text
      constraint payment_customer_form check (processor_customer_id ~ '^cus_[^[:space:]:]{1,100}$'),
    add column transfer_url text
      constraint payment_transfer_url check (length(transfer_url) <= 2000),
    add column arrived_minor bigint,
    add column looked_at timestamptz,
    add constraint payment_customer unique (processor_customer_id),
    add constraint payment_transfer check (way = 'bank_transfer'
      or num_nonnulls(processor_customer_id, transfer_url, arrived_minor) = 0),
    add constraint payment_arrived check (case when arrived_minor is null
      then state <> 'partially_funded' else arrived_minor between 1 and amount_minor end);
  alter table suspense_entry drop constraint suspense_entry_why,
    add constraint suspense_entry_why check (why in (
      'unknown_payment', 'bond_over', 'bond_has_enough', 'not_in_full', 'other_currency',
      'more_than_asked', 'not_used', 'bears_a_loss', 'came_back'));

  -- A customer is looked up as well.
  alter domain processor_event_id drop constraint processor_event_id;
  alter domain processor_event_id add constraint processor_event_id check (
    value ~ '^(evt_\\w+|look:[a-z]{2,3}_\\w+)$'
    and length(value) <= case when starts_with(value, 'evt_') then 254 else 259 end);

  create policy portal_asks_plainly on payment as restrictive for insert to portal
    with check (num_nonnulls(processor_customer_id, transfer_url, arrived_minor, looked_at) = 0);
  grant update (processor_customer_id) on payment to portal;
  grant update (processor_customer_id, transfer_url, arrived_minor, looked_at) on payment to worker;
`;

const CASH = `
  create table payer_cash (
    received_payment_id uuid primary key,
    payment_id uuid not null references payment (id)
  );
  create index payer_cash_payment on payer_cash (payment_id);
  create trigger append_only before update or delete or truncate on payer_cash
    for each statement execute function app.refuse_change();

  alter table payer_cash enable row level security;
  alter table payer_cash force row level security;
  create policy staff on payer_cash using ((select app.scope()) in ('staff', 'system'));
  create policy auditor on payer_cash for select to auditor using (true);
  grant select on payer_cash to officer, worker, auditor;
  grant insert on payer_cash to worker;
`;
