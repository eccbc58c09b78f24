import { IsOptional } from 'class-validator';

export class ReasonForm {
  /** Not asked of who takes their own proposal back. */
  @IsOptional()
  reason?: string;
}
