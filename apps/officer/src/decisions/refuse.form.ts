import { refusalReasons, type RefusalReason } from '#application';
import { IsIn, IsOptional, IsString } from 'class-validator';

export class RefuseForm {
  @IsIn(refusalReasons, { message: 'decide.error.reasonMissing' })
  reason!: RefusalReason;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}
