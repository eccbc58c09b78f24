import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UploadType } from '../domain/upload.ts';
import type { Scan } from '../scan/scanner.service.ts';

/** A file that somebody sent, as it is kept. What it was called is not. Never changed. */
@Entity('upload')
@Index('upload_of_case', ['caseId'])
export class Upload {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  /** Whose key seals the content. */
  @Column('uuid') personId!: string;
  /** The applicant whose case it is of: row-level security goes by this. */
  @Column('uuid') accountId!: string;
  /** The officer who added it; null when the applicant did, who sees no other. */
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('text') type!: UploadType;
  /** Of the content. */
  @Column('integer') bytes!: number;
  /** Of a PDF; null for a picture. */
  @Column('integer', { nullable: true }) pages!: number | null;
  @Column('text') scan!: Scan;
  /** By the wall clock. */
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) uploadedAt!: Instant;
}

/** Content, sealed in parts: each opens in its own place only. */
@Entity('upload_part')
export class UploadPart {
  @PrimaryColumn('uuid') uploadId!: string;
  /** From 0. */
  @PrimaryColumn('integer') part!: number;
  @Column('bytea') sealed!: Buffer;
}
