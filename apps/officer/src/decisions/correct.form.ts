import { correctionReasons, type CorrectionReason } from '#bond-escrow';
import { IsIn } from 'class-validator';
import { DirectForm } from './direct.form.ts';

export class CorrectForm extends DirectForm {
  @IsIn(correctionReasons, { message: 'confirm.correct.error.reasonMissing' })
  why!: CorrectionReason;
}
