// Of the owners that the transaction looks at, whose transfers are added up beside it: each amount is
// found by the owner on whose account it is booked, and by none twice in a pass.
const within = (owner: string) => `${owner} between app.oracle_first() and app.oracle_last()`;

/** SQL: what came to payers' own accounts at the processor, less what went back from them. */
export const PAYERS_CASH = `
  select currency, sum(minor)::text as minor
  from (select r.currency, r.amount as minor
        from payer_cash c join ledger.received_payment r on r.id = c.received_payment_id
        where ${within('r.id')}
        union all
        select currency, -amount_minor from disbursement
        where ${within('owner_id')} and processor_payment_id like 'cus\\_%' and state = 'succeeded'
        union all
        select currency, -amount_minor from reversal
        where ${within('received_payment_id')} and processor_payment_id ~ '^(cus|ccsbtxn)_'
          and money = 'left') cash
  group by currency`;
