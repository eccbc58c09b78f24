import type { Tx } from '#platform';
import type { Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import { brake, CEILING_HOURS, mayStop, type Braked } from '../domain/brake.ts';
import { RefundTrail } from './refund-trail.service.ts';
import { RefundStore, type UnsentRefund } from './refund.store.ts';

/** Keeps refunds that rules make from leaving too fast, too many, or on a record taken back (R33). */
@Injectable()
export class RefundBrake {
  constructor(
    private readonly store: RefundStore,
    private readonly notes: RefundTrail,
  ) {}

  /**
   * Whether the refund that is being made may leave by itself. Until the commit, no other of the
   * programme is made: two at once cannot both be the last below a ceiling.
   */
  async of(
    tx: Tx,
    cause: { programmeCode: string; borderClientId: string | null },
    rules: Rules,
  ): Promise<Braked> {
    const { programmeCode, borderClientId } = cause;
    await this.store.oneAtATime(tx, programmeCode);
    const since = tx.now.subtract({ hours: CEILING_HOURS });
    const [ofProgramme, ofClient] = await Promise.all([
      this.store.countByRule(tx, { programmeCode }, since),
      borderClientId ? this.store.countByRule(tx, { borderClientId }, since) : 0,
    ]);
    return brake({ now: tx.now, rules, ofProgramme, ofClient });
  }

  /** Of a rule's refunds in a programme those that can still be stopped, by id. */
  unsent(
    tx: Tx,
    of: { programmeCode: string; rule: string },
    after: string | null,
    limit: number,
  ): Promise<UnsentRefund[]> {
    return this.store.unsentByRule(tx, of, after, limit);
  }

  /**
   * A record came that does not fit the one that decided: what a rule approved and has not begun to
   * leave waits for the treasury, who sees both. The bond must be locked.
   */
  async contradicted(tx: Tx, bondId: string): Promise<void> {
    for (const refund of await this.store.ofBond(tx, bondId)) {
      const row = await this.store.lockOpenDisbursement(tx, refund.id);
      if (!row || !mayStop(row)) continue;
      await this.store.setWaits(tx, refund, 'record_contradicted');
      if (row.state === 'approved') {
        const why = { reasonCode: 'record_contradicted', news: { leavesAt: null } };
        await this.store.move(tx, row, 'stopped', why);
      }
      await this.notes.of(tx, row, 'stopped', { reason: 'record_contradicted' });
    }
  }
}
