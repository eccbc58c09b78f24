import { dayFromIso, dayIn, isoDay, money, type Currency } from '#kernel';
import type { Tx, WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  closingWays,
  DESK_DAYS,
  OVER_DAYS,
  SHOWN_DAYS,
  type ClosingWay,
  type HeldMoney,
} from '../domain/closing-ways.ts';

/** So many bonds are looked at for a page, the first day first. */
export const DEADLINES_MAX = 500;

const LEGAL_DAY = `((select app.legal_now()) at time zone 'UTC')::date`;
// The account is looked up for each: as a join, all accounts would be read for it.
export const IS_HELD = `(select a.held > 0 from ledger.account a where a.owner_id = p.bond_id)`;
export const NO_ACCOUNT = `not exists (select from fallback_account f
  where f.bond_id = p.bond_id and f.ended_at is null)`;

/** SQL: payments whose own way closes from `first` on until `last`, by the index of each. */
export const closingBetween = (first: string, last: string) => `
  select id, bond_id, refundable_until as closes_on, false as is_card
  from payment
  where refundable_until between ${first} and ${last}
  union all
  select id, bond_id, card_expires_on, true from payment
  where card_expires_on between ${first} and ${last}`;

/** SQL: payments that the processor has held for so long that its limit falls between the two days. */
const heldUpTo = (first: string, last: string, holdingDays: number | string) => `
  select p.id, p.bond_id,
    (r.happened_at at time zone 'UTC')::date + ${holdingDays} as closes_on
  from ledger.received_payment r join payment p on p.received_payment_id = r.id
  where r.happened_at >= (${first} - ${holdingDays})::timestamp at time zone 'UTC'
    and r.happened_at < (${last} - ${holdingDays} + 1)::timestamp at time zone 'UTC'`;

/** Ways back that close within the next two weeks, and for which there is something to do. */
export const deadlinesWaiting = (holdingDays: number) =>
  ({
    waysClosing: `
      select from (${closingBetween(LEGAL_DAY, `${LEGAL_DAY} + ${DESK_DAYS}`)}) p
      where ${IS_HELD} and ${NO_ACCOUNT}
      union all
      select from (${heldUpTo(LEGAL_DAY, `${LEGAL_DAY} + ${DESK_DAYS}`, holdingDays)}) p
      where ${IS_HELD}`,
  }) as const satisfies WaitingLists;

interface HeldRow {
  readonly bondId: string;
  readonly reference: string;
  readonly held: string;
  readonly currency: Currency;
  readonly method: string | null;
  readonly heldSince: string;
  readonly refundableUntil: string | null;
  readonly cardExpiresOn: string | null;
  readonly expectedEnd: string | null;
  readonly hasAccount: boolean;
  readonly toldOn: string | null;
  readonly refundId: string | null;
}

/** Money whose way back closes soon, or has closed while it was held. */
@Injectable()
export class DeadlineQueries {
  /** The first day first. `isMore` when there are more bonds than are looked at. */
  async soon(
    tx: Tx,
    holdingDays: number,
  ): Promise<{ readonly ways: ClosingWay[]; readonly isMore: boolean }> {
    const today = dayIn(tx.now, 'UTC');
    const [first, last] = [`$1::date - ${OVER_DAYS}`, `$1::date + ${SHOWN_DAYS}`];
    const rows = await tx.query<HeldRow>(
      `with soon as materialized (
         select p.bond_id, p.id, min(p.closes_on) as closes_on
         from (select id, bond_id, closes_on from (${closingBetween(first, last)}) w
           union all ${heldUpTo(first, last, '$2::int')}) p
         where ${IS_HELD} group by 1, 2 order by 3, 1 limit ${DEADLINES_MAX + 1})
       select b.id as "bondId", b.reference, a.held, a.currency, p.method,
         (r.happened_at at time zone 'UTC')::date::text as "heldSince",
         p.refundable_until::text as "refundableUntil", p.card_expires_on::text as "cardExpiresOn",
         coalesce(v.leave_by, v.valid_until)::text as "expectedEnd",
         not ${NO_ACCOUNT} as "hasAccount",
         (select (t.told_at at time zone 'UTC')::date::text from closing_way_told t
           where t.payment_id = p.id and t.closes_on in (p.refundable_until, p.card_expires_on)
           order by t.told_at desc limit 1) as "toldOn",
         (select u.id from refund u where u.owner_id = b.id and u.returned_on is null limit 1)
           as "refundId"
       from soon join payment p on p.id = soon.id join bond b on b.id = p.bond_id
       join ledger.account a on a.owner_id = b.id
       join ledger.received_payment r on r.id = p.received_payment_id
       left join visa v on v.case_id = b.case_id`,
      [isoDay(today), holdingDays],
    );
    const ways = closingWays(rows.map(asHeld), { today, holdingDays });
    return { ways: ways.slice(0, DEADLINES_MAX), isMore: rows.length > DEADLINES_MAX };
  }
}

const dayOrNull = (text: string | null) => (text === null ? null : dayFromIso(text));

const asHeld = (row: HeldRow): HeldMoney => ({
  ...{ bondId: row.bondId, reference: row.reference, method: row.method },
  amount: money(BigInt(row.held), row.currency),
  heldSince: dayFromIso(row.heldSince),
  refundableUntil: dayOrNull(row.refundableUntil),
  cardExpiresOn: dayOrNull(row.cardExpiresOn),
  expectedEnd: dayOrNull(row.expectedEnd),
  ...{ hasAccount: row.hasAccount, toldOn: dayOrNull(row.toldOn), refundId: row.refundId },
});
