import { IsOptional, IsString } from 'class-validator';

export class DeclineImportForm {
  /** Whoever sent it needs none. */
  @IsOptional()
  @IsString()
  reason?: string;
}
