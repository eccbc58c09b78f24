import { instantFromDate, isBefore, type Instant } from '#kernel';
import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankAccountKind } from '../domain/bank-account.ts';
import { openRescueStates, type RescueState } from '../domain/rescue.lifecycle.ts';

const SWEEP_MAX = 200;

/** Where the other way for a refund stands, as far as pages show it. */
export interface RescueView {
  readonly id: string;
  readonly refundId: string;
  readonly state: RescueState;
  readonly askedAt: Instant;
  /** What is shown of the account that counts; null while none is given. */
  readonly account: {
    readonly kind: BankAccountKind;
    readonly lastFour: string;
    readonly givenAt: Instant;
    readonly usableFrom: Instant;
    /** Until then nothing is paid to it. */
    readonly isCoolingOff: boolean;
  } | null;
}

interface ViewRow {
  readonly id: string;
  readonly refundId: string;
  readonly state: RescueState;
  readonly askedAt: Date;
  readonly kind: BankAccountKind | null;
  readonly lastFour: string | null;
  readonly givenAt: Date | null;
  readonly usableFrom: Date | null;
}

/** Rescues as pages show them. Row-level security decides whose. */
@Injectable()
export class RescueQueries {
  /** The one that is open; null without one. */
  async open(tx: Tx, refundId: string): Promise<RescueView | null> {
    const [row] = await tx.query<ViewRow>(
      `select r.id, r.refund_id as "refundId", r.state, r.asked_at as "askedAt",
         a.kind, a.last_four as "lastFour", a.given_at as "givenAt",
         a.usable_from as "usableFrom"
       from rescue r left join rescue_account a on a.id = r.account_id
       where r.refund_id = $1 and ${inStates(openRescueStates, 'r.state')}`,
      [refundId],
    );
    return row ? viewOf(row, tx.now) : null;
  }

  /** Whose money is back by another way, and whose payer is to be reminded. */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select r.id from rescue r join refund f on f.id = r.refund_id
        where ${inStates(openRescueStates, 'r.state')} and f.returned_on is not null
        limit ${SWEEP_MAX})
       union
       (select id from rescue where state = 'asked'
          and remind_on <= (($1::timestamptz + interval '14 hours') at time zone 'UTC')::date
          and remind_on <= ($1::timestamptz at time zone zone)::date
        order by id limit ${SWEEP_MAX})`,
      [tx.now.toString()],
    );
    return rows.map((row) => row.id);
  }
}

function viewOf(row: ViewRow, now: Instant): RescueView {
  const { id, refundId, state, kind, lastFour, givenAt, usableFrom } = row;
  const usable = usableFrom && instantFromDate(usableFrom);
  const account =
    kind && lastFour && givenAt && usable
      ? {
          ...{ kind, lastFour, givenAt: instantFromDate(givenAt), usableFrom: usable },
          isCoolingOff: isBefore(now, usable),
        }
      : null;
  return { id, refundId, state, askedAt: instantFromDate(row.askedAt), account };
}
