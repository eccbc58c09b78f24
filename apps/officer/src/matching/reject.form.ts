import { rejectReasons, type RejectReason } from '#travel';
import { IsIn } from 'class-validator';

export class RejectForm {
  @IsIn(rejectReasons, { message: 'matching.error.reject' })
  rejectReason!: RejectReason;
}
