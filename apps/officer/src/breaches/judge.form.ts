import { TEXT_MAX } from '#breach';
import { Trimmed } from '#web';
import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';

export class JudgeForm {
  @IsIn(['upheld', 'overturned'], { message: 'breachForms.appeal.outcomeMissing' })
  outcome!: 'upheld' | 'overturned';

  @Trimmed()
  @MaxLength(TEXT_MAX, { message: 'breachForms.notice.long' })
  @IsNotEmpty({ message: 'breachForms.appeal.reasonsMissing' })
  reasons!: string;
}

export class RescindForm {
  @Trimmed()
  @MaxLength(TEXT_MAX, { message: 'breachForms.notice.long' })
  @IsNotEmpty({ message: 'breachForms.rescission.reasonsMissing' })
  reasons!: string;
}
