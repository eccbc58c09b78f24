import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Money that came to the account of a transfer and that no payment took, since it was too much or too
 * late: received like any other, and returned to its sender. Written once.
 */
@Entity('payer_cash')
@Index('payer_cash_payment', ['paymentId'])
export class PayerCash {
  /** The ledger's id of it. */
  @PrimaryColumn('uuid') receivedPaymentId!: string;
  /** To whose account it came. */
  @Column('uuid') paymentId!: string;
}
