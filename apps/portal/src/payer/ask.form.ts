import { LANGUAGES, Trimmed, type Lang } from '#web';
import { Equals, IsIn, IsNotEmpty, MaxLength } from 'class-validator';

const EMAIL_CHARS_MAX = 254;

/** Whom the applicant asks to pay; whether it is an address at all is identity's to say. */
export class AskPayerForm {
  @MaxLength(EMAIL_CHARS_MAX, { message: 'payer.error.emailWrong' })
  @IsNotEmpty({ message: 'payer.error.emailMissing' })
  @Trimmed()
  email!: string;

  @IsIn(LANGUAGES, { message: 'payer.error.language' })
  language!: Lang;

  @Equals('yes', { message: 'payer.error.consent' })
  consent!: string;
}

/** Who was asked agrees, under this name. */
export class AcceptForm {
  @IsNotEmpty({ message: 'payer.error.nameMissing' })
  @Trimmed()
  name!: string;

  @Equals('yes', { message: 'payer.error.agreed' })
  agreed!: string;
}
