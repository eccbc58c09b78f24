import type { PlainDate } from '#kernel';
import { dayOf, inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { openSuspenseStates, type SuspenseProposalState } from '../domain/suspense.lifecycle.ts';
import type { SuspenseKind } from '../domain/decide-suspense.ts';
import { SuspenseProposal } from './suspense-proposal.entity.ts';

const SHOWN_MAX = 50;
const SWEEP_MAX = 100;

const kept = (owner: string) => `exists (select from suspense_proposal k
  where k.received_payment_id = ${owner} and k.kind = 'keep' and k.state = 'done'
    and k.keep_until > (select app.legal_now()::date))`;

/**
 * Which rows of `ledger.suspense s` wait for a decision: something of them is free, nobody has decided
 * to keep them for longer, and nothing is being carried out. SQL, so that list and count agree. The
 * account is looked up for each: as an "exists" it would be joined, and all accounts read for that.
 */
export const SUSPENSE_TO_DECIDE = `
  (select a.held > a.reserved from ledger.account a where a.owner_id = s.owner_id)
  and not exists (select from suspense_proposal o
    where o.received_payment_id = s.owner_id and o.state = 'approved')
  and not ${kept('s.owner_id')}`;

/** The same for one person's desk: what one has proposed is another's to approve. */
export const suspenseForDesk = `
  select from ledger.suspense s where ${SUSPENSE_TO_DECIDE}
    and not exists (select from suspense_proposal o where o.received_payment_id = s.owner_id
      and o.state = 'proposed' and o.proposed_by = $2)`;

/** Who has it and what is being made of it, beside a row of the list. */
export interface SuspenseStanding {
  readonly holder: string | null;
  readonly open: { readonly kind: SuspenseKind; readonly state: SuspenseProposalState } | null;
  readonly keptUntil: PlainDate | null;
}

interface RawStanding {
  readonly id: string;
  readonly holder: string | null;
  readonly kind: SuspenseKind | null;
  readonly state: SuspenseProposalState | null;
  readonly until: string | null;
}

/** Proposals about money in suspense, as pages show them. */
@Injectable()
export class SuspenseProposalQueries {
  /** The newest first. */
  ofPayment(tx: Tx, receivedPaymentId: string): Promise<SuspenseProposal[]> {
    return tx.manager.getRepository(SuspenseProposal).find({
      where: { receivedPaymentId },
      order: { proposedAt: 'DESC', id: 'DESC' },
      take: SHOWN_MAX,
    });
  }

  /** One statement for all rows of a page. */
  async standings(tx: Tx, ids: readonly string[]): Promise<Map<string, SuspenseStanding>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<RawStanding>(
      `select p.id, h.account_id as holder, o.kind, o.state,
         (select max(k.keep_until)::text from suspense_proposal k
          where k.received_payment_id = p.id and k.kind = 'keep' and k.state = 'done'
            and k.keep_until > (select app.legal_now()::date)) as until
       from unnest($1::uuid[]) p (id)
       left join suspense_holder h on h.received_payment_id = p.id
       left join suspense_proposal o on o.received_payment_id = p.id
         and ${inStates(openSuspenseStates, 'o.state')}`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, standingOf(row)]));
  }

  /**
   * Approved and not carried out, or overtaken by what happened meanwhile: less is free than was to
   * move, or the bond does not wait for it any more.
   */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select id from suspense_proposal where state = 'approved'
        order by state_since limit ${SWEEP_MAX})
       union
       (select p.id from suspense_proposal p
        join ledger.account a on a.owner_id = p.received_payment_id
        left join bond b on b.id = p.bond_id
        where p.state = 'proposed' and (a.held - a.reserved < p.amount_minor
          or b.state not in ('required', 'payment_started'))
        limit ${SWEEP_MAX})`,
    );
    return rows.map((row) => row.id);
  }
}

const standingOf = ({ holder, kind, state, until }: RawStanding): SuspenseStanding => ({
  holder,
  open: kind && state ? { kind, state } : null,
  keptUntil: until === null ? null : dayOf(until),
});
