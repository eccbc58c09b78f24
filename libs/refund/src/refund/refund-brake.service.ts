import type { Tx } from '#platform';
import type { Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import { brake, CEILING_HOURS, mayStop, type Braked } from '../domain/brake.ts';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import { RefundTrail } from './refund-trail.service.ts';
import { RefundStore, type UnsentRefund } from './refund.store.ts';

/** Keeps refunds that rules make from leaving too fast, too many, or on a record taken back (R33). */
@Injectable()
export class RefundBrake {
  constructor(
    private readonly store: RefundStore,
    private readonly notes: RefundTrail,
    private readonly sending: NewDisbursements,
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
  /**
   * Nothing contradicts it any more: what the rule approved goes on, at once, for its hold was time for
   * a contradiction to come. The bond must be locked. False when nothing of it waited for that.
   */
  async uncontradicted(tx: Tx, bondId: string): Promise<boolean> {
    let goesOn = false;
    for (const refund of await this.store.ofBond(tx, bondId)) {
      if (refund.waitsBecause !== 'record_contradicted') continue;
      const row = await this.store.lockOpenDisbursement(tx, refund.id);
      if (row?.state !== 'due' || !mayStop(row)) continue;
      await this.store.setWaits(tx, refund, null);
      await this.store.move(tx, row, 'approved', { reasonCode: refund.rule });
      await this.notes.of(tx, row, 'released', { reason: 'record_contradicted' });
      await this.sending.send(tx, row);
      goesOn = true;
    }
    return goesOn;
  }
}
