import { stayFactKinds, type StayFactKind } from '#departure';
import { Trimmed } from '#web';
import { IsIn, IsOptional } from 'class-validator';

export class RecordForm {
  @IsIn(stayFactKinds, { message: 'stays.error.kind' })
  @Trimmed()
  kind!: StayFactKind;

  // The three boxes of one date, which is read as a whole.
  @IsOptional()
  'day-day'?: string;

  @IsOptional()
  'day-month'?: string;

  @IsOptional()
  'day-year'?: string;
}
