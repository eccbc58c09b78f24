import type { Instant, PlainDate } from '#kernel';
import { bigintColumn, dayColumn, instantColumn, inStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { unsettledStates, type PaymentState } from '../domain/payment.lifecycle.ts';

/** One try to post a bond. Stored before the processor is asked, with all that it is asked. */
@Entity('payment')
@Unique('payment_session', ['sessionId'])
@Unique('payment_processor_payment', ['processorPaymentId'])
@Unique('payment_received', ['receivedPaymentId'])
@Index('payment_bond', ['bondId'])
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
  /** pi_… */
  @Column('text', { nullable: true }) processorPaymentId!: string | null;
  /** ch_… */
  @Column('text', { nullable: true }) chargeId!: string | null;
  /** The ledger's id of the money, once it has arrived. */
  @Column('uuid', { nullable: true }) receivedPaymentId!: string | null;
  /** card, … */
  @Column('text', { nullable: true }) method!: string | null;
  /** Why the last try was declined, as the processor says; null when none was, or it is paid. */
  @Column('text', { nullable: true }) declineCode!: string | null;
  /** Last day on which it can be refunded by the way it came; null without a limit. */
  @Column(dayColumn({ nullable: true })) refundableUntil!: PlainDate | null;
  @Column('uuid') applicantAccountId!: string;
  /** Legal clock. */
  @Column(instantColumn()) createdAt!: Instant;
}
