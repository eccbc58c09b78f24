// Which sealed tables there are, and what can be done to a row of each that its CHECKs do not refuse.

export type Deed =
  | { readonly what: 'changed'; readonly set: string }
  | { readonly what: 'missing' }
  | {
      readonly what: 'slipped_in';
      /** What differs from the row that it is a copy of. */
      readonly forged: Readonly<Record<string, unknown>>;
      readonly idOf: (copied: Readonly<Record<string, unknown>>) => string;
    };

export interface SealedTable {
  readonly name: string;
  /** SQL: the id under which its leaf is kept. */
  readonly key: string;
  readonly deeds: readonly Deed[];
}

const FORGED_ID = '00000000-0000-7000-8000-00000000f0f0';
const change = (set: string): Deed => ({ what: 'changed', set });
const later = (column: string) => change(`${column} = ${column} + interval '1 microsecond'`);
const missing: Deed = { what: 'missing' };
const forged = (more: Readonly<Record<string, unknown>> = {}): Deed => ({
  what: 'slipped_in',
  forged: { id: FORGED_ID, ...more },
  idOf: () => FORGED_ID,
});

export const tables: readonly SealedTable[] = [
  {
    name: 'ledger.transfer',
    key: `owner_id || ':' || seq`,
    deeds: [
      ...[change('amount = amount + 1'), change(`cause = cause || 'x'`), later('happened_at')],
      ...[change(`booked_by = 'nobody'`), later('learned_at'), missing],
      {
        what: 'slipped_in',
        forged: { seq: 999, cause: 'forged:row', phase: 'post', follows: null, decision_id: null },
        idOf: ({ owner_id: owner }) => `${String(owner)}:999`,
      },
    ],
  },
  {
    // One that is slipped in has moved nothing, and is not sealed.
    name: 'ledger.decision',
    key: 'id::text',
    deeds: [change('refund = refund + 1'), later('decided_at'), missing],
  },
  {
    name: 'ledger.received_payment',
    key: 'id::text',
    deeds: [change('amount = amount + 1'), later('learned_at'), missing, forged()],
  },
  {
    name: 'audit_entry',
    key: 'id::text',
    deeds: [
      change(`outcome = case outcome when 'failed' then 'done' else 'failed' end`),
      change(`details = '{"version": 99}'`),
      ...[change('actor_id = gen_random_uuid()'), later('legal_at'), missing, forged()],
    ],
  },
];
