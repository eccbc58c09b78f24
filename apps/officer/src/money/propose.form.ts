import { IsOptional } from 'class-validator';

export class ProposeForm {
  @IsOptional()
  outcome?: string;
}
