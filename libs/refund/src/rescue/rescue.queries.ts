import { instantFromDate, isBefore, money, type Instant, type Money } from '#kernel';
import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankAccountKind } from '../domain/bank-account.ts';
import type { AskedBecause } from '../domain/decide-rescue.ts';
import { openRescueStates, rescueLifecycle, type RescueState } from '../domain/rescue.lifecycle.ts';

const SWEEP_MAX = 200;
const LIST_MAX = 100;
/** What was proposed, or what waits to be returned: a part may have gone back by another way. */
const AMOUNT = `coalesce(r.amount_minor, (select d.amount_minor from disbursement d
    where d.refund_id = r.refund_id order by d.attempt desc limit 1))::text as "amountMinor"`;
const TO_DECIDE = ['given', 'proposed', 'approved'] as const;
const OVERTAKEN_FROM = openRescueStates.filter((s) => rescueLifecycle.may(s, 'overtaken'));

/**
 * For the treasury's desk: accounts whose 48 hours are over, and what somebody else proposed. SQL, so
 * that list and count agree.
 */
export const rescuesForDesk = `
  select from rescue r join rescue_account a on a.id = r.account_id
  where r.state = 'given' and a.usable_from <= (select app.legal_now())
    or r.state = 'proposed' and r.proposed_by <> $2`;

/** Where the other way for a refund stands, as far as pages show it. */
export interface RescueView {
  readonly id: string;
  readonly refundId: string;
  readonly state: RescueState;
  readonly askedAt: Instant;
  readonly amount: Money;
  /** Why another account was asked for; null for the first. */
  readonly askedBecause: AskedBecause | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
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

/** An account that the treasury decides about. */
export interface RescueBeingDecided {
  readonly refundId: string;
  readonly reference: string;
  readonly state: RescueState;
  readonly amount: Money;
  readonly usableFrom: Instant;
}

interface ViewRow {
  readonly id: string;
  readonly refundId: string;
  readonly state: RescueState;
  readonly askedAt: Date;
  readonly amountMinor: string;
  readonly currency: string;
  readonly askedBecause: AskedBecause | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
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
         ${AMOUNT}, f.currency,
         r.asked_because as "askedBecause", r.proposed_by as "proposedBy",
         r.decided_by as "decidedBy",
         a.kind, a.last_four as "lastFour", a.given_at as "givenAt",
         a.usable_from as "usableFrom"
       from rescue r join refund f on f.id = r.refund_id
       left join rescue_account a on a.id = r.account_id
       where r.refund_id = $1 and ${inStates(openRescueStates, 'r.state')}`,
      [refundId],
    );
    return row ? viewOf(row, tx.now) : null;
  }

  /** What has waited longest first. */
  async beingDecided(tx: Tx): Promise<RescueBeingDecided[]> {
    const rows = await tx.query<
      Omit<RescueBeingDecided, 'amount' | 'usableFrom'> & {
        amountMinor: string;
        currency: string;
        usableFrom: Date;
      }
    >(
      `select r.refund_id as "refundId", r.reference, r.state, ${AMOUNT},
         f.currency, a.usable_from as "usableFrom"
       from rescue r join refund f on f.id = r.refund_id
       join rescue_account a on a.id = r.account_id
       where ${inStates(TO_DECIDE, 'r.state')} order by r.state_since, r.id limit ${LIST_MAX}`,
    );
    return rows.map(({ amountMinor, currency, usableFrom, ...row }) => ({
      ...{ ...row, amount: money(BigInt(amountMinor), currency) },
      usableFrom: instantFromDate(usableFrom),
    }));
  }

  /**
   * Decided and not carried out, stopped before it was in a file, whose money is back by another way,
   * and whose payer is to be reminded.
   */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select r.id from rescue r join refund f on f.id = r.refund_id
        where ${inStates(OVERTAKEN_FROM, 'r.state')} and f.returned_on is not null
        limit ${SWEEP_MAX})
       union
       (select id from rescue where state = 'approved' order by state_since limit ${SWEEP_MAX})
       union
       (select r.id from rescue r join disbursement d on d.id = r.disbursement_id
        where r.state = 'under_way' and d.state = 'canceled' limit ${SWEEP_MAX})
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
  const { id, refundId, state, askedBecause, proposedBy, decidedBy } = row;
  const { kind, lastFour, givenAt, usableFrom } = row;
  const usable = usableFrom && instantFromDate(usableFrom);
  const account =
    kind && lastFour && givenAt && usable
      ? {
          ...{ kind, lastFour, givenAt: instantFromDate(givenAt), usableFrom: usable },
          isCoolingOff: isBefore(now, usable),
        }
      : null;
  return {
    ...{ id, refundId, state, askedAt: instantFromDate(row.askedAt), askedBecause },
    ...{ proposedBy, decidedBy, account },
    amount: money(BigInt(row.amountMinor), row.currency),
  };
}
