import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  openInvitationStates,
  payerInvitationLifecycle,
  type PayerInvitationEvent,
} from '../domain/payer-invitation.lifecycle.ts';
import { toPostStates } from '../domain/bond.lifecycle.ts';
import { PayerInvitation } from './payer-invitation.entity.ts';

const invitationTable = stateTable('payer_invitation', payerInvitationLifecycle);

type Taken = Partial<Pick<PayerInvitation, 'payerAccountId' | 'payerNameSealed'>>;

export interface DueInvitation {
  readonly id: string;
  readonly bondId: string;
  /** With the id: the order in which they are found. */
  readonly expiresAt: string;
}

/** Reads, writes and locks of invitations. Lock the bond before, where it can be seen. */
@Injectable()
export class PayerInvitationStore {
  async insert(tx: Tx, row: PayerInvitation): Promise<void> {
    await tx.manager.getRepository(PayerInvitation).insert(row);
  }

  /** Of a bond, the newest first. */
  ofBond(tx: Tx, bondId: string): Promise<PayerInvitation[]> {
    return tx.manager
      .getRepository(PayerInvitation)
      .find({ where: { bondId }, order: { askedAt: 'DESC', id: 'DESC' } });
  }

  /** The one that is open or was accepted; null where nobody else pays or is asked to. */
  openOf(tx: Tx, bondId: string): Promise<PayerInvitation | null> {
    const state = stateIn(openInvitationStates);
    return tx.manager.getRepository(PayerInvitation).findOneBy({ bondId, state });
  }

  lock(tx: Tx, id: string): Promise<PayerInvitation | null> {
    return lockRow(tx, PayerInvitation, 'id = $1', [id]);
  }

  /** Names the one row that whoever comes with a link may see; the policies compare with it. */
  async seeByLink(tx: Tx, linkHash: Buffer): Promise<void> {
    await tx.query("select set_config('app.invitation_key', $1, true)", [linkHash.toString('hex')]);
  }

  byLink(tx: Tx, linkHash: Buffer): Promise<PayerInvitation | null> {
    return tx.manager.getRepository(PayerInvitation).findOneBy({ linkHash });
  }

  /** With what the new state needs: the database sees to it that they agree. */
  async move(
    tx: Tx,
    row: PayerInvitation,
    event: PayerInvitationEvent,
    taken: Taken = {},
  ): Promise<void> {
    const values = columnsOf(tx, PayerInvitation, taken);
    await moveState(tx, invitationTable, row.id, row.state, event, { values });
  }

  /** The bond's payer becomes who took it on, or the applicant again. False where it may not. */
  async changePayer(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ done: boolean }>('select app.change_payer($1) as done', [id]);
    return row!.done;
  }

  /** Whose time is over, and those whose bond waits for no payment any more. */
  due(tx: Tx, limit: number, after: DueInvitation | null): Promise<DueInvitation[]> {
    return tx.query<DueInvitation>(
      `select i.id, i.bond_id as "bondId", i.expires_at::text as "expiresAt"
       from payer_invitation i join bond b on b.id = i.bond_id
       where i.state = 'sent'
         and (i.expires_at <= app.legal_now() or b.state <> all ($4))
         and ($2::timestamptz is null or (i.expires_at, i.id) > ($2::timestamptz, $3::uuid))
       order by i.expires_at, i.id limit $1`,
      [limit, after?.expiresAt ?? null, after?.id ?? null, [...toPostStates]],
    );
  }
}
