import { Trimmed } from '#web';
import { IsNotEmpty, IsOptional } from 'class-validator';

export class NewCaseForm {
  @IsNotEmpty({ message: 'cases.error.programme' })
  @Trimmed()
  programme!: string;

  /** Not asked of a programme that is closed. */
  @IsOptional()
  @Trimmed()
  consulate?: string;
}
