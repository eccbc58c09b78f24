// Bonds whose payer is on the processor's page, in numbers: written as rows, in the states and with
// the history that the portal and the officer's site leave behind. Each has a payer of its own, so
// that nothing is shared but the officer.
import { newId } from '#platform';
import type { BenchDatabase } from './database.ts';

export const BOND_MINOR = 1_000_000n;
const MADE_AT_ONCE = 5_000;

/** The session is named after the payment, so that an answer about it needs no table. */
export const sessionOf = (paymentId: string): string => `cs_test_${paymentId.replaceAll('-', '')}`;
export const paymentOf = (sessionId: string): string =>
  sessionId.slice(8).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const OFFICER = `
  with point as (
    insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
    values ($2, $1, $1, 'email', 'sealed', 'en')
  )
  insert into account (id, kind, email_token, email_sealed, display_name, password_hash, language,
                       contact_point_id)
  values ($1, 'staff', sha256('officer'), 'sealed', 'Awa Officer', 'none', 'en', $2)`;

const ROWS = `
  with made as (
    select m.*, 'VB-' || left(code, 4) || '-' || right(code, 4) as reference
    from unnest($2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[],
        $9::uuid[], $10::uuid[])
      m (n, account, point, person, document, visa_case, direction, bond, payment),
      upper(lpad(to_hex(n), 8, '0')) code
  ), point as (
    insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
    select point, account, account, 'email', 'sealed', 'en' from made
  ), account as (
    insert into account (id, kind, email_token, email_sealed, password_hash, language,
                         contact_point_id)
    select account, 'applicant', sha256(account::text::bytea), 'sealed', 'none', 'en', point
    from made
  ), person as (
    insert into person (id, account_id, details_token, details_sealed)
    select person, account, sha256(person::text::bytea), 'sealed' from made
  ), document as (
    insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                                 expires_on)
    select document, person, account, 'USA', sha256(document::text::bytea), 'sealed', '2040-01-31'
    from made
  ), visa_case as (
    insert into visa_case (id, reference, programme_code, programme_version, consulate_id,
      applicant_account_id, person_id, travel_document_id, contact_point_id, language, state,
      state_since, version, submitted_at, assigned_to, assigned_at, opened_at)
    select visa_case, reference, 'mali-us', v.version, $11::uuid, account, person,
      document, point, 'en', 'bond_required', now(), 4, now(), $1, now(), now()
    from made, programme_version v
    where v.programme_code = 'mali-us' and v.state = 'in_force'
  ), direction as (
    insert into bond_direction (id, case_id, amount_minor, currency, reason_code,
      needs_second_person, state, proposed_by, proposed_at, decided_at)
    select direction, visa_case, ${BOND_MINOR}, 'USD', 'default_tier', false, 'approved', $1,
      now(), now() from made
  ), bond as (
    insert into bond (id, case_id, reference, direction_id, amount_minor, currency, reason_code, state,
      state_since, version, directed_at, post_by, payer_account_id, payer_contact_point_id,
      applicant_account_id)
    select bond, visa_case, reference, direction, ${BOND_MINOR}, 'USD', 'default_tier', 'payment_started', now(), 2,
      now(), now() + interval '30 days', account, point, account from made
  ), signed as (
    insert into undertaking (id, bond_id, version, language, text_sealed, text_sha256,
      signer_name_sealed, address_sealed, signed_at, post_by, payer_account_id)
    select gen_random_uuid(), bond, 'bench', 'en', 'sealed', sha256('text'), 'sealed', 'sealed',
      now(), now() + interval '30 days', account from made
  ), payment as (
    insert into payment (id, bond_id, state, state_since, version, amount_minor, currency,
      return_url, cancel_url, language, session_expires_at, session_id, session_url,
      applicant_account_id, created_at)
    select payment, bond, 'awaiting_payer', now(), 2, ${BOND_MINOR}, 'USD', 'http://localhost/a',
      'http://localhost/b', 'en', now() + interval '1 day',
      'cs_test_' || replace(payment::text, '-', ''), 'http://localhost/c', account, now()
    from made
  ), case_steps as (
    insert into visa_case_history (owner_id, seq, event, from_state, to_state, actor_kind, actor_id,
                                   happened_at)
    select visa_case, seq, event, from_state, to_state, 'account', $1, now()
    from made, (values (1, 'submitted', 'draft', 'submitted'),
      (2, 'review_started', 'submitted', 'in_review'),
      (3, 'bond_required', 'in_review', 'bond_required')) s (seq, event, from_state, to_state)
  ), bond_steps as (
    insert into bond_history (owner_id, seq, event, from_state, to_state, actor_kind, actor_id,
                              happened_at)
    select bond, 1, 'payment_started', 'required', 'payment_started', 'account', account, now()
    from made
  )
  insert into payment_history (owner_id, seq, event, from_state, to_state, actor_kind, actor_id,
                               happened_at)
  select payment, 1, 'session_opened', 'created', 'awaiting_payer', 'account', account, now() from made`;

const STORE_EVENTS = `
  insert into processor_event (id, type, object_id, object_kind, our_id, api_version, livemode,
                               created_at, body_sha256)
  select 'evt_' || replace(id::text, '-', ''), 'checkout.session.completed',
    'cs_test_' || replace(id::text, '-', ''), 'checkout.session', id, '2026-06-24.preview', false,
    now(), sha256(id::text::bytea) from unnest($1::uuid[]) id`;

export class Bonds {
  private made = 0;
  private readonly db: BenchDatabase;
  private readonly consulateId: string;
  private readonly officerId = newId();

  private constructor(db: BenchDatabase, consulateId: string) {
    this.db = db;
    this.consulateId = consulateId;
  }

  static async start(db: BenchDatabase): Promise<Bonds> {
    const { rows } = await db.admin.query<{ id: string }>(
      `select id from consulate where programme_code = 'mali-us' order by city limit 1`,
    );
    const bonds = new Bonds(db, rows[0]!.id);
    await db.admin.query(OFFICER, [bonds.officerId, newId()]);
    return bonds;
  }

  /** Returns the ids of their payments. */
  async make(count: number): Promise<string[]> {
    const payments = await this.add(count);
    await this.db.admin.query('analyze');
    return payments;
  }

  /** Very many, whose rows fit each other by how they are made: no key or trigger is asked. */
  async makeUnasked(count: number): Promise<void> {
    const { admin } = this.db;
    await admin.query('set session_replication_role = replica');
    for (let left = count; left > 0; left -= MADE_AT_ONCE) {
      await this.add(Math.min(MADE_AT_ONCE, left));
    }
    await admin.query('set session_replication_role = origin');
    await admin.query('vacuum analyze');
  }

  private async add(count: number): Promise<string[]> {
    const ids = (): string[] => Array.from({ length: count }, newId);
    const payments = ids();
    const numbers = Array.from({ length: count }, () => ++this.made);
    await this.db.admin.query(ROWS, [
      ...[this.officerId, numbers, ids(), ids(), ids(), ids(), ids(), ids(), ids()],
      ...[payments, this.consulateId],
    ]);
    return payments;
  }

  /** The news that they are paid, as the api stores it. */
  async storeEvents(payments: readonly string[]): Promise<void> {
    await this.db.admin.query(STORE_EVENTS, [payments]);
  }

  /** Every bond that was made has become held. */
  async mustAllBeHeld(): Promise<void> {
    const { rows } = await this.db.admin.query<{ n: string }>(
      `select count(*) as n from bond b join payment p on p.bond_id = b.id
         join visa_case c on c.id = b.case_id
       where b.state = 'held' and p.state = 'paid' and c.state = 'bond_posted'`,
    );
    if (Number(rows[0]!.n) !== this.made) {
      throw new Error(`${rows[0]!.n} of ${this.made} bonds became held`);
    }
  }
}
