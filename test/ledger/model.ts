// The books of one bond as plain arithmetic: what the ledger must agree with, whatever it is told.
import type { Figures } from './books.ts';

type Code = 'refund' | 'forfeit';
interface Decision {
  readonly refund: bigint;
  readonly forfeit: bigint;
  readonly used: Record<Code, bigint>;
}
interface Reserve {
  readonly code: Code;
  readonly amount: bigint;
  readonly decision: Decision;
  state: 'open' | 'settled' | 'voided' | 'late' | 'back' | 'late and back' | 'rescinded';
  remitted: boolean;
}
interface Dispute {
  readonly amount: bigint;
  open: boolean;
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** Every method answers as the ledger does: the word it returns, or the SQLSTATE of its refusal. */
export class BondModel {
  figures: Figures = {
    ...{ paid: 0n, refunded: 0n, forfeited: 0n, chargedBack: 0n },
    ...{ held: 0n, reserved: 0n, borne: 0n },
  };
  exists = false;
  readonly decisions: Decision[] = [];
  readonly reserves: Reserve[] = [];
  readonly disputes: Dispute[] = [];

  private get free(): bigint {
    return this.figures.held - this.figures.reserved;
  }

  private recover(): void {
    const back = least(this.figures.borne, this.free);
    this.figures.held -= back;
    this.figures.borne -= back;
  }

  pay(amount: bigint): string {
    if (this.figures.borne > 0n) return 'diverted'; // into suspense, which is not this bond's
    this.exists = true;
    this.figures.paid += amount;
    this.figures.held += amount;
    return 'ok';
  }

  match(amount: bigint): string {
    if (this.figures.borne > 0n) return 'VB006';
    return this.pay(amount);
  }

  decide(refund: bigint, forfeit: bigint): string {
    if (!this.exists) return '23503';
    this.decisions.push({ refund, forfeit, used: { refund: 0n, forfeit: 0n } });
    return 'ok';
  }

  reserve(code: Code, amount: bigint, decision: Decision): string {
    if (decision.used[code] + amount > decision[code]) return 'VB003';
    if (amount > this.free) return '23514';
    decision.used[code] += amount;
    this.figures.reserved += amount;
    this.reserves.push({ code, amount, decision, state: 'open', remitted: false });
    return 'ok';
  }

  private release(r: Reserve): void {
    r.state = 'voided';
    r.decision.used[r.code] -= r.amount;
    this.figures.reserved -= r.amount;
  }

  settle(r: Reserve): string {
    if (r.state === 'back' || r.state === 'late and back') return 'VB004';
    if (r.state === 'voided') return r.code === 'forfeit' ? 'VB004' : this.settleLate(r);
    if (r.state !== 'open') return 'already_settled';
    r.state = 'settled';
    this.figures.reserved -= r.amount;
    this.figures.held -= r.amount;
    this.figures[r.code === 'refund' ? 'refunded' : 'forfeited'] += r.amount;
    return 'settled';
  }

  private settleLate(r: Reserve): string {
    const there = least(r.amount, this.free);
    r.state = 'late';
    r.decision.used.refund += r.amount;
    this.figures.held -= there;
    this.figures.refunded += r.amount;
    this.figures.borne += r.amount - there;
    return 'settled_late';
  }

  void(r: Reserve): string {
    if (['voided', 'late', 'late and back'].includes(r.state)) return 'already_voided';
    if (r.state !== 'open') return 'VB004';
    this.release(r);
    this.recover();
    return 'voided';
  }

  takeBack(r: Reserve): string {
    if (r.state === 'back' || r.state === 'late and back') return 'already_taken_back';
    if (r.code === 'forfeit' || (r.state !== 'settled' && r.state !== 'late')) return 'VB004';
    r.state = r.state === 'late' ? 'late and back' : 'back';
    r.decision.used.refund -= r.amount;
    this.figures.held += r.amount;
    this.figures.refunded -= r.amount;
    this.recover();
    return 'taken_back';
  }

  remit(r: Reserve): string {
    if (r.code !== 'forfeit' || r.state !== 'settled' || r.remitted) return 'VB004';
    r.remitted = true;
    return 'ok';
  }

  rescind(r: Reserve, decision: Decision): string {
    if (r.code !== 'forfeit' || !['settled', 'rescinded'].includes(r.state)) return 'VB004';
    if (decision.refund < r.amount) return 'VB003';
    if (r.state === 'rescinded') return 'VB004';
    r.state = 'rescinded';
    this.figures.held += r.amount;
    this.figures.forfeited -= r.amount;
    this.recover();
    return 'ok';
  }

  dispute(amount: bigint): string {
    if (!this.exists) return 'VB002';
    this.disputes.push({ amount, open: true });
    return 'ok';
  }

  won(d: Dispute): string {
    if (!d.open) return 'VB004';
    d.open = false;
    return 'ok';
  }

  lost(d: Dispute): string {
    if (!d.open) return 'VB004';
    d.open = false;
    for (const r of this.reserves) {
      if (r.code === 'forfeit' && r.state === 'open') this.release(r);
    }
    const there = least(d.amount, this.free);
    this.figures.held -= there;
    this.figures.chargedBack += d.amount;
    this.figures.borne += d.amount - there;
    return 'ok';
  }
}
