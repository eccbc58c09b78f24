import { Trimmed } from '#web';
import { Matches } from 'class-validator';

export class PassportForm {
  @Matches(/^[A-Za-z]{1,3}$/, { message: 'search.error.stateWrong' })
  @Trimmed()
  state!: string;

  @Matches(/^[A-Za-z0-9 -]{3,20}$/, { message: 'search.error.numberWrong' })
  @Trimmed()
  number!: string;
}
