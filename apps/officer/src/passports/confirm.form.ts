import { Trimmed } from '#web';
import { IsOptional } from 'class-validator';

export class ConfirmForm {
  /** Asked only when the passport was confirmed for another case before. */
  @IsOptional()
  @Trimmed()
  reason?: string;
}
