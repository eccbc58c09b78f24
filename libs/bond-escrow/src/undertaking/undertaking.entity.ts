import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The contract as the payer signed it (R10). Never changed. */
@Entity('undertaking')
@Unique('undertaking_terms', ['bondId', 'payerAccountId', 'postBy'])
export class Undertaking {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bondId!: string;
  /** Which wording it is. */
  @Column('text') version!: string;
  @Column('text') language!: 'en' | 'fr';
  /** The exact text, sealed with the payer's key: it names the payer. */
  @Column('bytea') textSealed!: Buffer;
  /** Of the text, so that a copy can be proved to be it. */
  @Column('bytea') textSha256!: Buffer;
  @Column('bytea') signerNameSealed!: Buffer;
  /** The network address it was signed from. */
  @Column('bytea') addressSealed!: Buffer;
  @Column(instantColumn()) signedAt!: Instant;
  /** The deadline that the text names: a bond with a new one is signed anew. */
  @Column(instantColumn()) postBy!: Instant;
  @Column('uuid') payerAccountId!: string;
}
