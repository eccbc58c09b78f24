import type { Instant, PaymentWay, PlainDate } from '#kernel';
import { bigintColumn, dayColumn, instantColumn, inStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { unsettledStates, type PaymentState } from '../domain/payment.lifecycle.ts';

/** One try to post a bond. Stored before the processor is asked, with all that it is asked. */
@Entity('payment')
@Unique('payment_session', ['sessionId'])
@Unique('payment_processor_payment', ['processorPaymentId'])
@Unique('payment_received', ['receivedPaymentId'])
@Unique('payment_customer', ['processorCustomerId'])
@Index('payment_bond', ['bondId'])
@Index('payment_card_expiring', ['cardExpiresOn'], { where: 'card_expires_on is not null' })
@Index('payment_refundable', ['refundableUntil'], { where: 'refundable_until is not null' })
@Index('payment_unsettled', ['sessionExpiresAt'], {
  where: inStates(unsettledStates),
})
export class Payment {
  /** Also the idempotency key of the call: payment:<id>. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bondId!: string;
  @Column('text') state!: PaymentState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** As the payer chose it. */
  @Column('text', { default: 'card' }) way!: PaymentWay;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** Where the payer returns to; part of what is asked, so kept to be asked again. */
  @Column('text') returnUrl!: string;
  @Column('text') cancelUrl!: string;
  @Column('text') language!: 'en' | 'fr';
  /** When the session ends, as we asked for it. */
  @Column(instantColumn()) sessionExpiresAt!: Instant;
  /** cs_…; null until the processor has answered. */
  @Column('text', { nullable: true }) sessionId!: string | null;
  /** The processor's page, where the payer pays. */
  @Column('text', { nullable: true }) sessionUrl!: string | null;
  /** Whose account with the processor a transfer goes to (cus_…), and no other payment's does. */
  @Column('text', { nullable: true }) processorCustomerId!: string | null;
  /** Where the payer reads how to send a transfer; null until he has chosen it there. */
  @Column('text', { nullable: true }) transferUrl!: string | null;
  /** What of a transfer had arrived when it was last heard of; null when nothing had. */
  @Column(bigintColumn({ nullable: true })) arrivedMinor!: bigint | null;
  /** Legal clock: when the sweep last asked how it stands; null when it has not. */
  @Column(instantColumn({ nullable: true })) lookedAt!: Instant | null;
  /** pi_… */
  @Column('text', { nullable: true }) processorPaymentId!: string | null;
  /** ch_…, py_… */
  @Column('text', { nullable: true }) chargeId!: string | null;
  /** The ledger's id of the money, once it has arrived. */
  @Column('uuid', { nullable: true }) receivedPaymentId!: string | null;
  /** card, us_bank_account, customer_balance, as the processor names it. */
  @Column('text', { nullable: true }) method!: string | null;
  /** Why the last try was declined, as the processor says; null when none was, or it is paid. */
  @Column('text', { nullable: true }) declineCode!: string | null;
  /** Last day on which it can be refunded by the way it came; null without a limit. */
  @Column(dayColumn({ nullable: true })) refundableUntil!: PlainDate | null;
  /** The last day of the card that paid; null for another way, and before that was kept. */
  @Column(dayColumn({ nullable: true })) cardExpiresOn!: PlainDate | null;
  @Column('uuid') applicantAccountId!: string;
  /** Legal clock. */
  @Column(instantColumn()) createdAt!: Instant;
}
