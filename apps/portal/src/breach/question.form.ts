import { TEXT_MAX } from '#breach';
import { Trimmed } from '#web';
import { IsNotEmpty, MaxLength } from 'class-validator';

export class QuestionForm {
  @Trimmed()
  @MaxLength(TEXT_MAX, { message: 'breach.long' })
  @IsNotEmpty({ message: 'breach.questionMissing' })
  question!: string;
}

export class AppealForm {
  @Trimmed()
  @MaxLength(TEXT_MAX, { message: 'breach.long' })
  @IsNotEmpty({ message: 'breach.appealMissing' })
  appeal!: string;
}
