import { extensionReasons, type ExtensionReason } from '#departure';
import { Trimmed } from '#web';
import { IsIn, IsOptional } from 'class-validator';

export class AskForm {
  @IsIn(extensionReasons, { message: 'stay.error.reason' })
  @Trimmed()
  reason!: ExtensionReason;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'until-day'?: string;

  @IsOptional()
  'until-month'?: string;

  @IsOptional()
  'until-year'?: string;
}
