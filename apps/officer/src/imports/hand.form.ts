import { handReasons, type HandReason } from '#travel';
import { Trimmed } from '#web';
import { IsIn, Matches } from 'class-validator';

/** A record as an officer types it in; dates are read beside it. */
export class HandForm {
  @IsIn(['admitted', 'departed', 'refused'], { message: 'imports.error.kind' })
  @Trimmed()
  kind!: string;

  @Matches(/^[A-Z0-9]{2,8}$/, { message: 'imports.error.port' })
  @Trimmed()
  port!: string;

  @Matches(/^([01]?\d|2[0-3])[:.h]?[0-5]\d$/, { message: 'imports.error.time' })
  @Trimmed()
  time!: string;

  @Matches(/^[A-Za-z0-9][A-Za-z0-9 .<-]{0,19}$/, { message: 'imports.error.number' })
  @Trimmed()
  number!: string;

  @IsIn(handReasons, { message: 'imports.error.reason' })
  @Trimmed()
  reason!: HandReason;
}
