import { isRenewalReason } from '#application';
import { isDocumentNumber } from '#identity';
import { Trimmed } from '#web';
import { IsOptional, ValidateBy } from 'class-validator';

const NUMBER_CHARS_MAX = 30;

const Is = (name: string, holds: (text: string) => boolean, message: string) =>
  ValidateBy(
    { name, validator: { validate: (v) => typeof v === 'string' && holds(v) } },
    { message },
  );

export class RenewalForm {
  @Is('isRenewalReason', isRenewalReason, 'passport.error.reason')
  @Trimmed()
  reason!: string;

  @Is(
    'isDocumentNumber',
    (number) => number.length <= NUMBER_CHARS_MAX && isDocumentNumber(number),
    'passport.error.number',
  )
  @Trimmed()
  number!: string;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'expiresOn-day'?: string;

  @IsOptional()
  'expiresOn-month'?: string;

  @IsOptional()
  'expiresOn-year'?: string;
}
