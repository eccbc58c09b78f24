import { Database, systemCtx, type Tx } from '#platform';
import { Freezes } from '#refund';
import { Injectable } from '@nestjs/common';
import { isRulingState } from '../domain/ruling.ts';
import { BreachFiles } from '../file/breach-files.service.ts';
import { BreachRulingStore } from './breach-ruling.store.ts';
import { Forfeits } from './forfeits.service.ts';
import { RulingEffects, type LockedRuling } from './ruling-effects.service.ts';
import { Rulings } from './rulings.service.ts';

const CTX = systemCtx('breach.carry_out');
const JOB_LOST_AFTER_MINUTES = 10;
const SWEEP_MAX = 100;

/** Carries out what two people decided of a breach; in the worker, which alone moves the money. */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly database: Database,
    private readonly store: BreachRulingStore,
    private readonly files: BreachFiles,
    private readonly freezes: Freezes,
    private readonly forfeits: Forfeits,
    private readonly effects: RulingEffects,
    private readonly rulings: Rulings,
  ) {}

  /** May be repeated. While something stops it, it waits for the sweep (R35). */
  async carryOut(rulingId: string): Promise<void> {
    await this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, rulingId);
      if (found?.state !== 'approved') return;
      const locked = await this.files.lock(tx, found.fileId);
      const row = await this.store.lock(tx, rulingId);
      if (!locked || row?.state !== 'approved') return;
      const { caseId } = locked.file;
      if (await this.freezes.stopping(tx, 'rule_on_breach', { caseId })) return;
      const about = { ...locked, row };
      const why = await this.overtakenBy(tx, about);
      await (why ? this.effects.overtaken(tx, row, why) : this.effects.apply(tx, about));
    });
  }

  /** Puts jobs for rulings whose job was lost, or that had to wait. */
  async sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const before = tx.now.subtract({ minutes: JOB_LOST_AFTER_MINUTES });
      const ids = await this.store.overdue(tx, before.toString(), SWEEP_MAX);
      for (const id of ids) await this.rulings.putJob(tx, id);
      return ids.length;
    });
  }

  /** Why what was decided cannot be done any more; somebody has to decide again. */
  private async overtakenBy(
    tx: Tx,
    { row, bond, file }: LockedRuling,
  ): Promise<'bond_moved' | 'amount_changed' | null> {
    if (!isRulingState(row.kind, bond.state)) return 'bond_moved';
    const { freeMinor, forfeitMinor } = await this.forfeits.atStake(tx, { file, bond });
    const asked = row.refundMinor + row.forfeitMinor;
    const there = row.kind === 'decision' ? freeMinor : forfeitMinor;
    return row.outcome === 'upheld' || asked === there ? null : 'amount_changed';
  }
}
