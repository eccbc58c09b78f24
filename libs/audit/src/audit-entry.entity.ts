import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditOutcome } from './domain/entry.ts';

/** One line of the trail. Added, never changed: the database refuses even its owner. */
@Entity('audit_entry')
@Index('audit_entry_subject', ['subjectKind', 'subjectId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid') id!: string;
  /** When it was written, by the wall clock. */
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) at!: Instant;
  /** The same moment by the legal clock, which the rules speak of. */
  @Column(instantColumn({ default: () => 'app.legal_now()' })) legalAt!: Instant;
  /** account, client (a border system), system (a job), sign-in or visitor. */
  @Column('text') actorKind!: string;
  /** The account or client; null for jobs, visitors and people who are signing in. */
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** Ties it to the log lines of the same request, or names the job. */
  @Column('text') requestId!: string;
  /** What was done: bond.directed. */
  @Column('text') action!: string;
  /** The kind of thing it was done to: bond. */
  @Column('text') subjectKind!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('text') outcome!: AuditOutcome;
  /** Ids, codes and integers; no personal data. */
  @Column('jsonb') details!: Record<string, string | number>;
}
