import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactPoint } from './contact-point.entity.ts';
import type { MailTemplate } from './domain/mails.ts';

/** One mail, from the decision that asked for it until it has left. */
@Entity('mail')
@Index('mail_of_contact_point', ['contactPointId'])
@Index('mail_waiting', ['createdAt'], { where: `(state = 'queued'::text)` })
export class Mail {
  /** Also makes the Message-ID, so that a mail sent twice can be told from two mails. */
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'mail_contact_point' })
  @Column('uuid')
  contactPointId!: string;
  @Column('text') template!: MailTemplate;
  /** References, codes, and facts of a case that say nothing of a person. Emptied of a secret code once the mail has left or failed. */
  @Column('jsonb') params!: Record<string, string>;
  /** failed: the mail server refused it for good, or a week of trying has passed. */
  @Column('text', { default: 'queued' }) state!: 'queued' | 'sent' | 'failed';
  /** How often sending was begun. */
  @Column('integer', { default: 0 }) attempts!: number;
  /** Wall clock: until then one worker is sending it, and no other may. */
  @Column(instantColumn({ nullable: true })) sendingUntil!: Instant | null;
  /** The mail server's three digits, or `expired`; its words could quote the address. */
  @Column('text', { nullable: true }) problem!: string | null;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
  @Column(instantColumn({ nullable: true })) sentAt!: Instant | null;
}
