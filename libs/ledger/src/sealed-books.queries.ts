import { micros, type SealedRows } from '#platform';

const WRITTEN = 't.learned_at >= $1 and t.learned_at < $2';

/** The source whose rows have a proof each, under the received payment's id. */
export const RECEIVED_PAYMENTS = 'ledger.received_payment';

/** The books, as they are sealed day by day. A new column belongs into a new source beside these. */
export const sealedBooks: readonly SealedRows[] = [
  {
    source: 'ledger.transfer',
    rows: `
      select owner_id || ':' || seq as id, learned_at as at,
        jsonb_build_array('ledger.transfer', owner_id, seq, phase, code, debit, credit, amount,
          currency, cause, line, encode(asked, 'hex'), follows, decision_id, payment_id,
          ${micros('happened_at')}, ${micros('learned_at')}, booked_by)::text as content
      from ledger.transfer t where ${WRITTEN}`,
  },
  {
    // On each day on which it moved money: from then on it is whole, and before it moved none.
    source: 'ledger.decision',
    rows: `
      select d.id::text as id, moved.at,
        jsonb_build_array('ledger.decision', d.id, d.owner_id, d.refund, d.forfeit, d.currency,
          d.rule, d.requested_by, d.approved_by, ${micros('d.decided_at')})::text as content
      from (select decision_id, min(learned_at) as at from ledger.transfer t
            where ${WRITTEN} and decision_id is not null group by decision_id) moved
      join ledger.decision d on d.id = moved.decision_id`,
  },
  {
    source: RECEIVED_PAYMENTS,
    proves: true,
    rows: `
      select id::text as id, learned_at as at,
        jsonb_build_array('${RECEIVED_PAYMENTS}', id, amount, currency, cause, bond_id, to_bond,
          ${micros('happened_at')}, ${micros('learned_at')})::text as content
      from ledger.received_payment t where ${WRITTEN}`,
  },
];
