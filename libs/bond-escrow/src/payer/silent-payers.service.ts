import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BondStore } from '../bond/bond.store.ts';
import { isToPost } from '../domain/bond.lifecycle.ts';
import { PayerInvitationStore, type DueInvitation } from './payer-invitation.store.ts';
import { PayerTrail } from './payer-trail.service.ts';

const BATCH = 100;
const ctx = systemCtx('sweep.payers');

/** Links whose time is over, and those to bonds that wait for no payment any more. */
@Injectable()
export class SilentPayers {
  constructor(
    private readonly database: Database,
    private readonly store: PayerInvitationStore,
    private readonly bonds: BondStore,
    private readonly trail: PayerTrail,
  ) {}

  /** Returns how many ended. */
  sweep(): Promise<number> {
    return eachDue<DueInvitation>({
      batch: BATCH,
      find: (after) => this.database.read(ctx, (tx) => this.store.due(tx, BATCH, after)),
      one: (due) => this.database.write(ctx, (tx) => this.expire(tx, due)),
    });
  }

  /** The applicant is told while there is something to do about it. */
  private async expire(tx: Tx, due: DueInvitation): Promise<boolean> {
    const bond = (await this.bonds.lock(tx, due.bondId))!;
    const row = await this.store.lock(tx, due.id);
    if (row?.state !== 'sent') return false;
    await this.store.move(tx, row, 'expired');
    await this.trail.note(tx, row, 'payer_silent');
    if (isToPost(bond.state)) await this.trail.tell(tx, 'payer_declined', bond.reference, row);
    return true;
  }
}
