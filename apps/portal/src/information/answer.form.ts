import { ANSWER_TEXT_MAX } from '#application';
import { Trimmed } from '#web';
import { IsNotEmpty, MaxLength } from 'class-validator';

export class AnswerForm {
  @Trimmed()
  @MaxLength(ANSWER_TEXT_MAX, { message: 'information.long' })
  @IsNotEmpty({ message: 'information.missing' })
  answer!: string;
}
