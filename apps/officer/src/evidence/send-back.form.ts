import { sendBackReasons } from '#departure';
import { IsIn } from 'class-validator';

export class SendBackForm {
  @IsIn(sendBackReasons, { message: 'evidence.error.sendBack' })
  reason!: string;
}
