import { sendBackReasons } from '#departure';
import { IsIn } from 'class-validator';

export class SendBackForm {
  @IsIn(sendBackReasons, { message: 'checked.error.sendBack' })
  reason!: string;
}
