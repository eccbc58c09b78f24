import type { Instant, PlainDate, Zone } from '#kernel';
import { bigintColumn, dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BankAccountKind } from '../domain/bank-account.ts';
import type { AskedBecause } from '../domain/decide-rescue.ts';
import {
  decidedRescueStates,
  openRescueStates,
  type RescueState,
} from '../domain/rescue.lifecycle.ts';

const OPEN = inStates(openRescueStates);

/** Another way for a refund that cannot go back as it came: to a bank account of its payer. */
@Entity('rescue')
@Index('rescue_one_open', ['refundId'], { unique: true, where: OPEN })
@Unique('rescue_disbursement', ['disbursementId'])
@Index('rescue_to_remind', ['remindOn', 'id'], { where: "state = 'asked'" })
@Index('rescue_being_decided', ['stateSince', 'id'], { where: inStates(decidedRescueStates) })
export class Rescue {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') refundId!: string;
  /** The refund's; row-level security goes by the first. */
  @Column('uuid') payerAccountId!: string;
  @Column('uuid') payerContactPointId!: string;
  @Column('text') reference!: string;
  /** The account that counts; null while none does. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text', { default: 'asked' }) state!: RescueState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** What one of the treasury wants sent to the account, and who agreed; null while nobody does. */
  @Column(bigintColumn({ nullable: true })) amountMinor!: bigint | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  /** The disbursement by bank that two people decided on, once it is made. */
  @Column('uuid', { nullable: true }) disbursementId!: string | null;
  /** Why another account was asked for; null for the first. */
  @Column('text', { nullable: true }) askedBecause!: AskedBecause | null;
  @Column('uuid') askedBy!: string;
  @Column(instantColumn()) askedAt!: Instant;
  /** The consulate's: reminders come on days there (R31). */
  @Column('text') zone!: Zone;
  /** The next day on which the payer is reminded, while no account is given. */
  @Column(dayColumn()) remindOn!: PlainDate;
}

/** An account as its owner gave it, sealed with the key of the payer's account. Never changed. */
@Entity('rescue_account')
@Unique('rescue_account_of_rescue', ['rescueId', 'id'])
export class RescueAccount {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') rescueId!: string;
  @Column('uuid') payerAccountId!: string;
  @Column('text') kind!: BankAccountKind;
  @Column('bytea') sealed!: Buffer;
  /** Shown again, so that its owner knows which it is. */
  @Column('char', { length: 4 }) lastFour!: string;
  /** Legal clock. */
  @Column(instantColumn()) givenAt!: Instant;
  /** Nothing is paid to it before. */
  @Column(instantColumn()) usableFrom!: Instant;
}
