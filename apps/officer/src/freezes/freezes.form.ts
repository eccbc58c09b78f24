import { freezeReasons, liftReasons, type FreezeReason, type LiftReason } from '#refund';
import { IsIn, IsOptional, IsString } from 'class-validator';

export class FreezeForm {
  @IsIn(freezeReasons, { message: 'freezes.error.reasonMissing' })
  reason!: FreezeReason;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}

export class LiftForm {
  @IsIn(liftReasons, { message: 'freezes.error.liftReasonMissing' })
  liftReason!: LiftReason;
}
