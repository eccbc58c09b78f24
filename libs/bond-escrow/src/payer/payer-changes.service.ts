import { ok, refused, type Result } from '#kernel';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondStore } from '../bond/bond.store.ts';
import { mayEndPayer, type NotChanged } from '../domain/decide-payer.ts';
import { bondAsked } from './bond-asked.queries.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';
import { PayerInvitationStore } from './payer-invitation.store.ts';
import { PayerTrail } from './payer-trail.service.ts';

export type NotGivenBack = NotChanged | 'nobody_asked';

/** Until money is on its way either side may end it: then the applicant is the payer again. */
@Injectable()
export class PayerChanges {
  constructor(
    private readonly store: PayerInvitationStore,
    private readonly bonds: BondStore,
    private readonly trail: PayerTrail,
  ) {}

  /** Whoever was asked need not pay; the applicant is the payer, as before. */
  async takeBack(tx: Tx, bondId: string): Promise<Result<true, NotGivenBack>> {
    const bond = await this.bonds.lock(tx, bondId);
    const open = bond && (await this.store.openOf(tx, bondId));
    if (!open || open.applicantAccountId !== actorIdOf(tx.ctx.actor)) {
      return refused(bond ? 'nobody_asked' : 'wrong_state');
    }
    if (open.state === 'sent') {
      await this.store.move(tx, open, 'withdrawn');
      await this.trail.note(tx, open, 'payer_not_asked');
      await this.trail.release(tx, bond.reference, open.contactPointId);
      return ok(true);
    }
    return this.end(tx, bond, open);
  }

  /** The payer's word that they do not pay after all. */
  async stepBack(tx: Tx, bondId: string): Promise<Result<true, NotGivenBack>> {
    const bond = await this.bonds.lock(tx, bondId);
    const open = bond && (await this.store.openOf(tx, bondId));
    if (!open || open.payerAccountId !== actorIdOf(tx.ctx.actor)) {
      return refused(bond ? 'nobody_asked' : 'wrong_state');
    }
    return this.end(tx, bond, open);
  }

  private async end(tx: Tx, bond: Bond, row: PayerInvitation): Promise<Result<true, NotGivenBack>> {
    const asked = (await bondAsked(tx, bond.id))!;
    const facts = { bondState: bond.state, state: row.state, isPaying: asked.isPaying };
    const may = mayEndPayer(facts);
    if (!may.ok) return may;
    await this.store.move(tx, row, 'ended');
    if (!(await this.store.changePayer(tx, row.id))) return refused('money_on_its_way');
    await this.trail.changed(tx, row, bond.applicantAccountId);
    const { reference, payerContactPointId } = bond;
    if (actorIdOf(tx.ctx.actor) !== row.payerAccountId) {
      await this.trail.release(tx, reference, payerContactPointId);
    } else await this.trail.tell(tx, 'payer_declined', reference, row);
    return ok(true);
  }
}
