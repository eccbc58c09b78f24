import { Bonds, type Bond } from '#bond-escrow';
import { money } from '#kernel';
import type { Tx } from '#platform';
import { RefundDecisions } from '#refund';
import { Injectable } from '@nestjs/common';
import { BreachFiles, type LockedFile } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import type { BreachRuling } from './breach-ruling.entity.ts';
import { BreachRulingStore } from './breach-ruling.store.ts';
import { Finality } from './finality.service.ts';
import { Forfeits } from './forfeits.service.ts';

/** A ruling with its file, bond and case, all locked. */
export interface LockedRuling extends LockedFile {
  readonly row: BreachRuling;
}

/** What each outcome does to bond, money and case. */
@Injectable()
export class RulingEffects {
  constructor(
    private readonly store: BreachRulingStore,
    private readonly files: BreachFiles,
    private readonly bonds: Bonds,
    private readonly refunds: RefundDecisions,
    private readonly forfeits: Forfeits,
    private readonly finality: Finality,
    private readonly trail: BreachTrail,
  ) {}

  /** Nothing is done: bond or money are not what was decided on any more. */
  async overtaken(tx: Tx, row: BreachRuling, reasonCode: string): Promise<void> {
    await this.store.move(tx, row, 'overtaken', {}, { reasonCode });
    await this.trail.ruled(tx, row, 'overtaken');
  }

  async apply(tx: Tx, about: LockedRuling): Promise<void> {
    const { row } = about;
    switch (row.outcome) {
      case 'none':
        await this.carriedOut(tx, about);
        return this.cancel(tx, about, 'found_not_breached', 'R20');
      case 'part':
      case 'full':
        return this.declare(tx, about);
      case 'upheld': {
        await this.carriedOut(tx, about);
        const bond = await this.bonds.move(tx, about.bond, 'upheld');
        return this.finality.final(tx, { ...about, bond });
      }
      case 'overturned':
        await this.carriedOut(tx, about);
        await this.forfeits.release(tx, about, row);
        return this.cancel(tx, about, 'overturned', 'R22');
      case 'rescinded':
        await this.carriedOut(tx, about);
        await this.forfeits.release(tx, about, row);
        return this.cancel(tx, about, 'rescinded', 'R24');
    }
  }

  /** Both parts are reserved at once: one is sent now, the other waits until it is final (R20). */
  private async declare(tx: Tx, about: LockedRuling): Promise<void> {
    const { row, file, theCase } = about;
    const takes = row.forfeitMinor > 0n;
    const forfeitSeq = takes ? await this.forfeits.reserve(tx, row, about.bond) : null;
    await this.carriedOut(tx, about, forfeitSeq);
    const why = { reasonCode: row.outcome };
    const bond = await this.bonds.move(tx, about.bond, 'breach_declared', why);
    if (row.refundMinor > 0n) await this.refund(tx, { ...about, bond }, 'R20');
    await this.files.serve(tx, theCase, file, row.byPost);
    await this.trail.tell(tx, file, bond);
  }

  /** The bond's conditions count as met, and all that is left goes back. */
  private async cancel(
    tx: Tx,
    about: LockedRuling,
    event: 'found_not_breached' | 'overturned' | 'rescinded',
    rule: string,
  ): Promise<void> {
    const { row, theCase, file } = about;
    const freed = await this.bonds.move(tx, about.bond, event);
    const bond = await this.bonds.cancel(tx, freed, rule);
    if (row.refundMinor > 0n) await this.refund(tx, { ...about, bond }, rule);
    else await this.finality.closeWhenEmpty(tx, bond);
    await this.finality.decideStay(tx, theCase);
    await this.trail.tell(tx, file, bond);
  }

  private refund(
    tx: Tx,
    { row, bond, theCase }: LockedRuling & { bond: Bond },
    rule: string,
  ): Promise<void> {
    const amount = money(row.refundMinor, row.currency);
    const by = { decisionId: row.decisionId!, amount, rule };
    return this.refunds.returnByPeople(tx, { theCase, bond }, by);
  }

  private async carriedOut(
    tx: Tx,
    { row, theCase }: LockedRuling,
    forfeitSeq: number | null = null,
  ): Promise<void> {
    await this.store.move(tx, row, 'carried_out', forfeitSeq === null ? {} : { forfeitSeq });
    await this.files.letter(tx, theCase, row.id);
    await this.trail.ruled(tx, row, 'carried_out');
  }
}
