import { joinReasons, type JoinReason } from '#travel';
import { IsIn } from 'class-validator';

export class JoinForm {
  @IsIn(joinReasons, { message: 'matching.error.join' })
  joinReason!: JoinReason;
}
