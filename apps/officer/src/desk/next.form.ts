import { IsOptional, IsUUID } from 'class-validator';

export class NextForm {
  @IsOptional()
  @IsUUID(undefined, { message: 'desk.consulateMissing' })
  consulate?: string;
}
