import { keepReasons, type KeepReason } from '#refund';
import { IsIn, IsOptional, IsString } from 'class-validator';

export class KeepForm {
  @IsIn(keepReasons, { message: 'suspenseSteps.error.keepReason' })
  reason!: KeepReason;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'until-day'?: string;

  @IsOptional()
  'until-month'?: string;

  @IsOptional()
  'until-year'?: string;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}
