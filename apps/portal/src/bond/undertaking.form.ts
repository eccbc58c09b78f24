import { LANGUAGES, Trimmed, type Lang } from '#web';
import { Equals, IsIn, IsNotEmpty, IsOptional } from 'class-validator';

/** What the payer signs, in which language, and which text they were shown. */
export class UndertakingForm {
  @IsIn(LANGUAGES, { message: 'bond.error.language' })
  language!: Lang;

  @IsNotEmpty({ message: 'bond.error.nameMissing' })
  @Trimmed()
  signerName!: string;

  @Equals('yes', { message: 'bond.error.agreed' })
  agreed!: string;

  @IsOptional()
  'sha256-en'?: string;

  @IsOptional()
  'sha256-fr'?: string;
}
