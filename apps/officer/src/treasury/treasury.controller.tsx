import { Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { OfficerView } from '../text/index.ts';
import { TreasuryPage } from './treasury.page.tsx';

@Controller('treasury')
@Needs('money.read')
export class TreasuryController {
  @Get()
  show(@View() view: OfficerView) {
    return <TreasuryPage view={view} />;
  }
}
