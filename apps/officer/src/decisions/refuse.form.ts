import { refusalReasons } from '#application';
import { IsIn } from 'class-validator';

export class RefuseForm {
  @IsIn(refusalReasons, { message: 'decide.error.reasonMissing' })
  reason!: string;
}
