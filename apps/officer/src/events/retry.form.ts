import { IsOptional, IsString } from 'class-validator';

export class RetryForm {
  /** evt_… or look:…, as the list has it. */
  @IsOptional()
  @IsString()
  event?: string;
}
