import { Trimmed } from '#web';
import { IsString, Length } from 'class-validator';

/** Where a border system wants to be told; the library reads it. */
export class CallbackForm {
  @Length(1, 500, { message: 'borderCallbacks.error.address' })
  @IsString({ message: 'borderCallbacks.error.address' })
  @Trimmed()
  address!: string;
}
