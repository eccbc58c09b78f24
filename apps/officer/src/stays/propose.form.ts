import { Trimmed } from '#web';
import { IsIn, IsOptional } from 'class-validator';

export class ProposeStayForm {
  @IsIn(['accept', 'refuse'], { message: 'checked.error.outcome' })
  @Trimmed()
  outcome!: 'accept' | 'refuse';

  /** Only when it is refused. */
  @IsOptional()
  @Trimmed()
  reason?: string;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'day-day'?: string;

  @IsOptional()
  'day-month'?: string;

  @IsOptional()
  'day-year'?: string;
}
