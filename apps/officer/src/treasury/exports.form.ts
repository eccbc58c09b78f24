import { exportLists, type ExportList } from '#treasury';
import { IsIn, IsOptional } from 'class-validator';

export class ExportForm {
  @IsIn(exportLists, { message: 'exports.errors.list' })
  list!: ExportList;

  // The three boxes of each date, which is read as a whole.
  @IsOptional()
  'from-day'?: string;

  @IsOptional()
  'from-month'?: string;

  @IsOptional()
  'from-year'?: string;

  @IsOptional()
  'until-day'?: string;

  @IsOptional()
  'until-month'?: string;

  @IsOptional()
  'until-year'?: string;
}
