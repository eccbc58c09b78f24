// The temporary tables that the statements of rows.ts are written over: the stories, once, and the
// cases of one batch.
import type pg from 'pg';
import { stories, type Step } from './stories.ts';
import type { Traveller } from './travellers.ts';

/** Columns of seed_case and their types. */
const COLUMNS = {
  ...{ n: 'int', story: 'int', consulate: 'uuid', reference: 'text', opened_at: 'timestamptz' },
  ...{ pace: 'float8', post_by: 'timestamptz', account: 'uuid', point: 'uuid', person: 'uuid' },
  ...{ document: 'uuid', visa_case: 'uuid', bond: 'uuid', undertaking: 'uuid', payment: 'uuid' },
  ...{ request: 'uuid', answer_by: 'timestamptz', remind_at: 'timestamptz' },
  ...{ email_token: 'bytea', details_token: 'bytea', number_token: 'bytea', account_key: 'bytea' },
  ...{ person_key: 'bytea', email_sealed: 'bytea', address_sealed: 'bytea' },
  ...{ details_sealed: 'bytea', document_sealed: 'bytea', answers_sealed: 'bytea' },
  ...{ text_sealed: 'bytea', text_sha256: 'bytea', signer_sealed: 'bytea' },
  ...{ network_sealed: 'bytea', request_sealed: 'bytea', reply_sealed: 'bytea' },
} as const satisfies Record<keyof Traveller, string>;

const names = Object.keys(COLUMNS) as (keyof Traveller)[];
const typed = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);

const STORY = `
  -- One row a step; the beginning of a part is its step 0.
  create temp table seed_step (story int, part text, seq int, event text, from_state text,
    to_state text, by text, hours float8);
  create temp view seed_part as
    select story, part, max(seq) + 1 as version, min(hours) as begun, max(hours) as since,
      (array_agg(to_state order by seq desc))[1] as state
    from seed_step group by story, part;
  create temp table seed_case (${typed.join(', ')});

  -- An id as our programs make them at that time (version 7), so that rows lie as they would.
  create function pg_temp.id_at(at timestamptz) returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
      substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
  $$;
  create function pg_temp.hex(id uuid) returns text language sql immutable as
    $$ select replace(id::text, '-', '') $$;
`;

// Which steps are told by mail, and which the processor tells of, with the object that it names.
const NEWS = `
  create temp table seed_mail as
    select s.story, s.part, s.seq, m.template
    from seed_step s join (values
      ('case', 'submitted', 'case_received'), ('case', 'bond_required', 'bond_required'),
      ('case', 'information_requested', 'case_to_read'),
      ('case', 'refused', 'case_refused'), ('bond', 'lapsed', 'bond_lapsed'),
      ('bond', 'money_arrived', 'payment_received'), ('case', 'visa_issued', 'visa_issued'),
      ('case', 'admitted', 'entry_recorded'), ('bond', 'cancelled', 'refund_started'),
      ('first', 'processor_succeeded', 'refund_succeeded'),
      ('first', 'processor_failed', 'refund_failed'),
      ('first', 'success_undone', 'refund_returned'),
      ('second', 'processor_succeeded', 'refund_succeeded')) m (part, event, template)
    using (part, event);
  create temp table seed_event as
    select s.story, s.part, s.seq, e.nth, e.type, e.kind, e.prefix
    from seed_step s join (values
      ('payment', 'session_opened', 1, 'payment_intent.created', 'payment_intent', 'pi_'),
      ('payment', 'paid', 1, 'checkout.session.completed', 'checkout.session', 'cs_test_'),
      ('payment', 'paid', 2, 'payment_intent.succeeded', 'payment_intent', 'pi_'),
      ('payment', 'paid', 3, 'charge.updated', 'charge', 'pi_'),
      ('payment', 'expired', 1, 'checkout.session.expired', 'checkout.session', 'cs_test_'),
      ('first', 'processor_pending', 1, 'refund.created', 'refund', 're_first'),
      ('first', 'processor_succeeded', 1, 'refund.updated', 'refund', 're_first'),
      ('first', 'processor_failed', 1, 'refund.failed', 'refund', 're_first'),
      ('second', 'processor_succeeded', 1, 'refund.updated', 'refund', 're_second'),
      ('reversal', 'undone', 1, 'refund.failed', 'refund', 're_left'))
      e (part, event, nth, type, kind, prefix)
    using (part, event);
`;

export async function makeTables(admin: pg.Client): Promise<void> {
  await admin.query(STORY);
  const steps = stories.flatMap(({ steps }, story) => steps.map((step) => ({ story, ...step })));
  const column = <K extends keyof Step | 'story'>(name: K) => steps.map((step) => step[name]);
  await admin.query(
    `insert into seed_step select * from unnest($1::int[], $2::text[], $3::int[], $4::text[],
       $5::text[], $6::text[], $7::text[], $8::float8[])`,
    (['story', 'part', 'seq', 'event', 'from', 'to', 'by', 'hours'] as const).map(column),
  );
  await admin.query(`${NEWS}
    create temp table seed_parts as select * from seed_part;
    create index on seed_step (story, part);
    create index on seed_parts (story, part);
    analyze seed_step; analyze seed_parts; analyze seed_mail; analyze seed_event`);
}

/** Takes the place of the batch before. */
export async function putBatch(admin: pg.Client, batch: readonly Traveller[]): Promise<void> {
  const params = names.map((name, i) => `$${i + 1}::${COLUMNS[name]}[]`);
  await admin.query('truncate seed_case');
  await admin.query(
    `insert into seed_case select * from unnest(${params.join(', ')})`,
    names.map((name) => batch.map((one) => one[name])),
  );
  await admin.query('analyze seed_case (n, story)');
}
