import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The payer's appeal against a decision; there is one at most (R22). */
@Entity('breach_appeal')
export class BreachAppeal {
  @PrimaryColumn('uuid') fileId!: string;
  @Column('uuid') accountId!: string;
  @Column(instantColumn()) lodgedAt!: Instant;
  @Column('bytea') textSealed!: Buffer;
}
