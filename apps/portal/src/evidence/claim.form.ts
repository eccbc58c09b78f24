import { evidenceKinds, type EvidenceKind } from '#departure';
import { Trimmed } from '#web';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';

export class ClaimForm {
  @IsIn(evidenceKinds, { message: 'evidence.error.kind' })
  @Trimmed()
  kind!: EvidenceKind;

  /** A listed port, or `other`. */
  @IsNotEmpty({ message: 'evidence.error.port' })
  @Trimmed()
  port!: string;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'departedOn-day'?: string;

  @IsOptional()
  'departedOn-month'?: string;

  @IsOptional()
  'departedOn-year'?: string;
}
