import { Trimmed } from '#web';
import { Matches } from 'class-validator';

export class CurrencyForm {
  @Matches(/^[A-Z]{3}$/)
  @Trimmed()
  currency!: string;
}
