import { Controller, Get } from '@nestjs/common';
import { Open, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { AccessibilityPage, PrivacyPage } from './about.page.tsx';

@Controller()
@Open()
export class AboutController {
  @Get('privacy')
  privacy(@View() view: PortalView) {
    return <PrivacyPage view={view} />;
  }

  @Get('accessibility')
  accessibility(@View() view: PortalView) {
    return <AccessibilityPage view={view} />;
  }
}
