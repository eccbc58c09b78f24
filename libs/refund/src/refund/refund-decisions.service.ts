import type { CaseRow } from '#application';
import { Bonds, type Bond, type Surplus } from '#bond-escrow';
import { dayIn, type Instant, isZero, type Money, ok, refused, type Result } from '#kernel';
import { decidedRefund, freeOf, LedgerStore } from '#ledger';
import { newId, type Tx } from '#platform';
import { Programmes, promisedBy, type ConsulateView, type Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import type { Braked, WaitReason } from '../domain/brake.ts';
import type { FrozenCode } from '../domain/freeze-matrix.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { RefundBrake } from './refund-brake.service.ts';
import type { Refund } from './refund.entity.ts';
import { RefundStore } from './refund.store.ts';

/** Money that the bond certainly does not need goes back (R6). */
const SURPLUS_RULE = 'R6';

/** A bond and its case, both locked by whoever decides. */
export interface LockedBond {
  readonly theCase: CaseRow;
  readonly bond: Bond;
}

interface NewRefund extends LockedBond {
  readonly ownerKind: Refund['ownerKind'];
  readonly ownerId: string;
  readonly amount: Money;
  readonly rule: string;
  readonly processorPaymentId: string;
  readonly isWayClosed: boolean;
  /** Whose record decided it; null when none did. */
  readonly borderClientId: string | null;
  /** From when the promise counts. */
  readonly since: Instant;
}

type Promised = Pick<Refund, 'zone' | 'promisedBy'>;

/** What two people decided, in the ledger's own words. */
interface ByPeople {
  readonly decisionId: string;
  readonly amount: Money;
  /** The rule under which they decided: R20. */
  readonly rule: string;
  /** Why the treasury looks before it leaves; left out where nothing keeps it. */
  readonly waitsBecause?: WaitReason;
}

/** Decisions to return money: of rules, and what two people decided. Only the worker makes refunds. */
@Injectable()
export class RefundDecisions {
  constructor(
    private readonly store: RefundStore,
    private readonly newDisbursements: NewDisbursements,
    private readonly bonds: Bonds,
    private readonly ledger: LedgerStore,
    private readonly programmes: Programmes,
    private readonly brake: RefundBrake,
    private readonly freezes: Freezes,
  ) {}

  /**
   * The conditions were met: what the bond holds goes back to its payer the way it was paid (R15,
   * R25). While a freeze is in force nothing is sent, so the refund comes when it is over (R35). The bond must be held or asked about. `borderClientId` reported the record that decided it;
   * null where the absence of one did (R15b).
   */
  async cancelByRule(
    tx: Tx,
    { theCase, bond }: LockedBond,
    rule: string,
    borderClientId: string | null,
  ): Promise<void> {
    await this.bonds.cancel(tx, bond, rule);
    if (!(await this.freezes.stopping(tx, 'return_by_rule', { ownerId: bond.id }))) {
      const free = await freeOf(tx, bond.id);
      if (!free) throw new Error('a held bond without an account');
      const why = { rule, borderClientId, since: tx.now };
      await this.returnBond(tx, { bond, theCase, amount: free, ...why });
    }
  }

  /** What two people may return of a bond now: all of it, unless a freeze is in force (R35). */
  async returnable(tx: Tx, bondId: string): Promise<Result<Money, FrozenCode>> {
    const stopped = await this.freezes.refusal(tx, 'return_by_people', { ownerId: bondId });
    if (stopped) return stopped;
    const free = await freeOf(tx, bondId);
    return free && !isZero(free) ? ok(free) : refused('money_left_elsewhere');
  }

  /** What two people decided about is what the bond still holds, or nothing is done. */
  async cancelByPeople(
    tx: Tx,
    of: LockedBond,
    by: Omit<ByPeople, 'amount'>,
  ): Promise<Result<true, FrozenCode | 'amount_changed'>> {
    const free = await this.returnable(tx, of.bond.id);
    if (!free.ok) return free;
    const decided = await decidedRefund(tx, by.decisionId);
    if (decided?.minor !== free.value.minor) return refused('amount_changed');
    await this.bonds.cancelByPeople(tx, of.bond, by.rule);
    await this.returnByPeople(tx, of, { ...by, amount: free.value });
    return ok(true);
  }

  /** What a reversal left of a bond that a rule had cancelled meanwhile. */
  async returnRest(tx: Tx, { theCase, bond }: LockedBond, amount: Money): Promise<void> {
    const { rule, since } = await this.bonds.cancellation(tx, bond.id);
    const borderClientId = null; // its record was one of those that the ceilings counted
    await this.returnBond(tx, { bond, theCase, rule, amount, since, borderClientId });
  }

  /**
   * What two people decided to return, in their ledger's decision; it leaves at once, since no rule
   * has to be slowed down, unless the treasury must look. The bond is moved by whoever calls.
   */
  async returnByPeople(tx: Tx, { theCase, bond }: LockedBond, by: ByPeople): Promise<void> {
    const paid = await this.bonds.paymentToRefund(tx, bond.id);
    const why = { rule: by.rule, amount: by.amount, borderClientId: null, since: tx.now };
    const of = { ownerKind: 'bond', ownerId: bond.id, theCase, bond } as const;
    const p: NewRefund = { ...of, ...why, ...paid };
    const { rules, consulate } = await this.settingOf(tx, theCase);
    const braked: Braked = by.waitsBecause
      ? { kind: 'waits', because: by.waitsBecause }
      : { kind: 'leaves', at: null };
    const promised = promiseOf(p, consulate, rules);
    const refund = refundOf(tx, p, promised, braked, by.decisionId);
    await this.store.add(tx, refund);
    await this.newDisbursements.first(tx, refund, { ...paid, consulate }, braked);
  }

  private async returnBond(
    tx: Tx,
    p: Omit<NewRefund, 'ownerKind' | 'ownerId' | 'processorPaymentId' | 'isWayClosed'>,
  ): Promise<void> {
    const paid = await this.bonds.paymentToRefund(tx, p.bond.id);
    await this.decide(tx, { ownerKind: 'bond', ownerId: p.bond.id, ...paid, ...p });
  }

  /** What arrived beyond the bond's amount goes back out of suspense, without a person (R6). */
  async surplusByRule(tx: Tx, surplus: Surplus): Promise<Refund> {
    const { receivedPaymentId: ownerId, amount, processorPaymentId, bond, theCase } = surplus;
    return this.decide(tx, {
      ...{ ownerKind: 'received_payment', ownerId, rule: SURPLUS_RULE },
      // It has only just come.
      ...{ amount, processorPaymentId, isWayClosed: false, bond, theCase },
      ...{ borderClientId: null, since: tx.now },
    });
  }

  /**
   * Decision, refund and its first disbursement, which the brake lets leave or keeps; the payer is
   * told.
   */
  private async decide(tx: Tx, p: NewRefund): Promise<Refund> {
    const { programmeCode } = p.theCase;
    const { rules, consulate } = await this.settingOf(tx, p.theCase);
    const { borderClientId, processorPaymentId, isWayClosed } = p;
    const braked = await this.brake.of(tx, { programmeCode, borderClientId }, rules);
    const refund = refundOf(tx, p, promiseOf(p, consulate, rules), braked);
    await this.ledger.decideByRule(tx, {
      ...{ id: refund.decisionId, ownerId: p.ownerId, refund: p.amount, rule: p.rule },
      decidedAt: tx.now,
    });
    await this.store.add(tx, refund);
    const way = { processorPaymentId, isWayClosed, consulate };
    await this.newDisbursements.first(tx, refund, way, braked);
    return refund;
  }

  private async settingOf(tx: Tx, theCase: CaseRow) {
    const [{ rules }, consulate] = await Promise.all([
      this.programmes.version(tx, theCase.programmeCode, theCase.programmeVersion),
      this.programmes.consulate(tx, theCase.consulateId),
    ]);
    if (!consulate) throw new Error('a case without a consulate');
    return { rules, consulate };
  }
}

/** Until when the money is promised to be back, in the consulate's zone. */
const promiseOf = (p: NewRefund, { timeZone: zone }: ConsulateView, rules: Rules): Promised => ({
  zone,
  promisedBy: promisedBy(dayIn(p.since, zone), rules),
});

function refundOf(
  tx: Tx,
  p: NewRefund,
  promised: Promised,
  braked: Braked,
  decisionId = newId(),
): Refund {
  const { theCase, bond } = p;
  return {
    ...{ id: newId(), ownerKind: p.ownerKind, ownerId: p.ownerId, rule: p.rule },
    ...{ bondId: bond.id, caseId: theCase.id, reference: theCase.reference },
    applicantAccountId: theCase.applicantAccountId,
    payerAccountId: bond.payerAccountId,
    payerContactPointId: bond.payerContactPointId,
    ...{ decisionId, amountMinor: p.amount.minor, currency: p.amount.currency },
    ...{ programmeCode: theCase.programmeCode, borderClientId: p.borderClientId },
    waitsBecause: braked.kind === 'waits' ? braked.because : null,
    createdAt: tx.now,
    ...promised,
    returnedOn: null,
  };
}
