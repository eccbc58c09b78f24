import type { Instant, PlainDate, Zone } from '#kernel';
import { bigintColumn, dayColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { WaitReason } from '../domain/brake.ts';

const LEFT_BY_RULE = 'waits_because is null';

/** The duty to return an amount; met by a disbursement that succeeded and has not failed since. */
@Entity('refund')
@Unique('refund_decision', ['decisionId'])
@Index('refund_owner', ['ownerId'])
@Index('refund_case', ['caseId', 'createdAt'])
@Index('refund_of_programme', ['programmeCode', 'createdAt'], { where: LEFT_BY_RULE })
@Index('refund_of_border_client', ['borderClientId', 'createdAt'], { where: LEFT_BY_RULE })
@Index('refund_not_returned', ['promisedBy'], { where: 'returned_on is null' })
export class Refund {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ownerKind!: 'bond' | 'received_payment';
  /** Whose money it is in the ledger: a bond, or a received payment's suspense. */
  @Column('uuid') ownerId!: string;
  @Column('uuid', { nullable: true }) bondId!: string | null;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  /** The case's reference, for mail and lists. */
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('uuid', { nullable: true }) applicantAccountId!: string | null;
  /** Who paid and gets it back (R11); null for money that named no payment of ours. */
  @Column('uuid', { nullable: true }) payerAccountId!: string | null;
  @Column('uuid', { nullable: true }) payerContactPointId!: string | null;
  /** The ledger's decision, which caps all disbursements together. */
  @Column('uuid') decisionId!: string;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** The rule that decided it: R15a, R15b, R15c, R6. */
  @Column('text') rule!: string;
  /** Null when it was made before programmes had ceilings. */
  @Column('text', { nullable: true }) programmeCode!: string | null;
  /** The border system whose record decided it. */
  @Column('uuid', { nullable: true }) borderClientId!: string | null;
  /** Why it waited, or waits, for a person before anything left (R33); null when it did not. */
  @Column('text', { nullable: true }) waitsBecause!: WaitReason | null;
  /** Legal clock. */
  @Column(instantColumn()) createdAt!: Instant;
  /** The consulate's: the days below are days there (R31). */
  @Column('text') zone!: Zone;
  /** The day by which the money should be back (R26). */
  @Column(dayColumn()) promisedBy!: PlainDate;
  /** The day on which the bank had it; null until then, and again when it bounced (R26, R27). */
  @Column(dayColumn({ nullable: true })) returnedOn!: PlainDate | null;
}
