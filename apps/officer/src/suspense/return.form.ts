import { IsOptional, IsString } from 'class-validator';

export class ReturnForm {
  /** What the page showed, so that nothing else is proposed: digits of the smallest unit. */
  @IsOptional()
  @IsString()
  amountMinor?: string;
}
