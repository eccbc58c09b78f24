import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class DirectForm {
  /** Minor units, one of the programme's amounts; 0 for no bond. */
  @Matches(/^(0|[1-9]\d{0,14})$/, { message: 'decide.error.tierMissing' })
  tier!: string;

  @IsOptional()
  @MaxLength(40, { message: 'decide.error.unknown_reason' })
  @IsString({ message: 'decide.error.unknown_reason' })
  reason?: string;

  /** Empty on the form itself: the choice is shown once more before it is carried out. */
  @IsOptional()
  @IsString()
  step?: string;
}
