import { revocationReasons, type RevocationReason } from '#refund';
import { IsIn, IsOptional, IsString } from 'class-validator';

export class RevokeForm {
  @IsIn(revocationReasons, { message: 'revocations.error.reasonMissing' })
  reason!: RevocationReason;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}
