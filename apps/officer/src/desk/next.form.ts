import { IsOptional, IsUUID } from 'class-validator';

export class NextForm {
  @IsOptional()
  @IsUUID(undefined, { message: 'desk.officeMissing' })
  office?: string;
}
