import { Trimmed } from '#web';
import { IsIn, IsOptional } from 'class-validator';

export class CheckForm {
  @IsIn(['accept', 'refuse'], { message: 'evidence.error.outcome' })
  @Trimmed()
  outcome!: 'accept' | 'refuse';

  /** Only when it is refused. */
  @IsOptional()
  @Trimmed()
  reason?: string;
}
