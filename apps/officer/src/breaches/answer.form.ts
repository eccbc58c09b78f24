import { TEXT_MAX } from '#breach';
import { Trimmed } from '#web';
import { IsNotEmpty, MaxLength } from 'class-validator';

export class AnswerForm {
  @Trimmed()
  @MaxLength(TEXT_MAX, { message: 'breachForms.notice.long' })
  @IsNotEmpty({ message: 'breaches.one.answerMissing' })
  answer!: string;
}
