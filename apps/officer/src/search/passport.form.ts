import { stateOf } from '#identity';
import { Trimmed } from '#web';
import { Matches, ValidateBy } from 'class-validator';

export class PassportForm {
  @ValidateBy(
    {
      name: 'isState',
      validator: { validate: (v) => typeof v === 'string' && stateOf(v) !== null },
    },
    { message: 'search.error.stateWrong' },
  )
  @Trimmed()
  state!: string;

  @Matches(/^[A-Za-z0-9 -]{3,20}$/, { message: 'search.error.numberWrong' })
  @Trimmed()
  number!: string;
}
