import { dismissReasons, type DismissReason } from '#departure';
import { IsIn } from 'class-validator';

export class DismissForm {
  @IsIn(dismissReasons, { message: 'aside.error.reason' })
  reason!: DismissReason;
}
