import { rulingDeclineReasons } from '#breach';
import { IsIn } from 'class-validator';

export class DeclineRulingForm {
  @IsIn(rulingDeclineReasons, { message: 'breaches.one.whyMissing' })
  reason!: string;
}
