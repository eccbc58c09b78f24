import { Trimmed } from '#web';
import { IsIn, IsOptional } from 'class-validator';

export class CheckForm {
  @IsIn(['accept', 'refuse'], { message: 'checked.error.outcome' })
  @Trimmed()
  outcome!: 'accept' | 'refuse';

  /** Only when it is refused. */
  @IsOptional()
  @Trimmed()
  reason?: string;
}
