import { IsOptional } from 'class-validator';

export class DeclineDismissalForm {
  /** Not asked of who takes their own proposal back. */
  @IsOptional()
  declineReason?: string;
}
