import { dayFromIso, dayIn, isoDay, type PlainDate } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DESK_DAYS, RETURN_DAYS, TELL_DAYS } from '../domain/closing-ways.ts';
import { closingBetween, IS_HELD, NO_ACCOUNT } from './deadline.queries.ts';

/** A payer to be told that the way back of the money closes. */
export interface UntoldWay {
  readonly paymentId: string;
  readonly closesOn: PlainDate;
  readonly isCard: boolean;
  readonly bondId: string;
  readonly reference: string;
  readonly contactPointId: string;
  readonly consulateId: string;
}

interface Wish {
  readonly limit: number;
  readonly after?: UntoldWay | null;
  /** This one alone, if it still is to be told. */
  readonly paymentId?: string;
}

/** Money that is held, whose own way closes soon, and whose payer was not told of that day. */
@Injectable()
export class UntoldWays {
  /** The first day first. What goes back in time anyway is left out until its last days. */
  async list(tx: Tx, { limit, after, paymentId }: Wish): Promise<UntoldWay[]> {
    const rows = await tx.query<Omit<UntoldWay, 'closesOn'> & { closesOn: string }>(
      `select p.id as "paymentId", p.closes_on::text as "closesOn", p.is_card as "isCard",
         b.id as "bondId", b.reference, b.payer_contact_point_id as "contactPointId",
         c.consulate_id as "consulateId"
       from (${closingBetween('$1::date', `$1::date + ${TELL_DAYS}`)}) p
       join bond b on b.id = p.bond_id join visa_case c on c.id = b.case_id
       left join visa v on v.case_id = b.case_id
       where ${IS_HELD} and ${NO_ACCOUNT}
         and not exists (select from refund u where u.owner_id = b.id and u.returned_on is null)
         and not exists (select from closing_way_told t
           where t.payment_id = p.id and t.closes_on = p.closes_on)
         and (p.closes_on <= $1::date + ${DESK_DAYS}
           or coalesce(coalesce(v.leave_by, v.valid_until) + ${RETURN_DAYS} > p.closes_on, true))
         and ($3::uuid is null or (p.closes_on, p.id) > ($2::date, $3))
         and ($4::uuid is null or p.id = $4)
       order by p.closes_on, p.id limit $5`,
      [
        ...[isoDay(dayIn(tx.now, 'UTC')), after ? isoDay(after.closesOn) : null],
        ...[after?.paymentId ?? null, paymentId ?? null, limit],
      ],
    );
    return rows.map((row) => ({ ...row, closesOn: dayFromIso(row.closesOn) }));
  }
}
