import { Trimmed } from '#web';
import { IsOptional, IsString, Length } from 'class-validator';

export class MatchForm {
  @Length(1, 40, { message: 'suspenseSteps.error.reference' })
  @IsString({ message: 'suspenseSteps.error.reference' })
  @Trimmed()
  reference!: string;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}
