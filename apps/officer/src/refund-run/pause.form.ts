import { pauseReasons, type PauseReason } from '#refund';
import { IsIn } from 'class-validator';

export class PauseForm {
  @IsIn(pauseReasons, { message: 'refundRun.error.reasonMissing' })
  reason!: PauseReason;
}
