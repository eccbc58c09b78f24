import { declineReasons } from '#bond-escrow';
import { IsIn } from 'class-validator';

export class DeclineForm {
  @IsIn(declineReasons, { message: 'approvals.error.reasonMissing' })
  reason!: string;
}
