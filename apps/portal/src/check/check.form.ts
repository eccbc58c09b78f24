import { Trimmed } from '#web';
import { IsNotEmpty, MaxLength } from 'class-validator';

const LONGEST = 60;

/** The code as it stands on a paper, however it is typed. */
export class CheckForm {
  @MaxLength(LONGEST, { message: 'check.error.wrong_length' })
  @IsNotEmpty({ message: 'check.error.missing' })
  @Trimmed()
  code!: string;
}
