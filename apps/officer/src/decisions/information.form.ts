import { informationReasons, REQUEST_TEXT_MAX, type InformationReason } from '#application';
import { Trimmed } from '#web';
import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';

export class InformationForm {
  @IsIn(informationReasons, { message: 'decide.information.reasonMissing' })
  reason!: InformationReason;

  @Trimmed()
  @MaxLength(REQUEST_TEXT_MAX, { message: 'decide.information.long' })
  @IsNotEmpty({ message: 'decide.information.textMissing' })
  text!: string;
}
