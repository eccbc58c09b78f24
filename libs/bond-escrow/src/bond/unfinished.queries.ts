import { notInStates, type UnfinishedLists } from '#platform';
import { emptyStates, toPostStates } from '../domain/bond.lifecycle.ts';

/**
 * Bonds whose money is here and that were not compared with the processor for a day; and transfers whose
 * bond is posted or over, and that the processor has not ended: parts that came for them lie there.
 */
export const looksUnfinished = {
  looks: `select looked_at as at from bond
    where ${notInStates(emptyStates)}
      and looked_at < now() - interval '26 hours' order by looked_at`,
  transfers: `select p.state_since as at from payment p join bond b on b.id = p.bond_id
    where p.way = 'bank_transfer' and p.state in ('awaiting_payer', 'partially_funded')
      and p.transfer_url is not null and greatest(p.state_since, b.state_since)
        < app.legal_now() - interval '1 hour'
      and (${notInStates(toPostStates, 'b.state')} or b.post_by < app.legal_now() - interval '1 day'
        and not exists (select from escrow.posting_pause x where x.bond_id = b.id))
    order by 1`,
} as const satisfies UnfinishedLists;
