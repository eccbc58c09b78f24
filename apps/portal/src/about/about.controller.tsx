import { Controller, Get } from '@nestjs/common';
import { PublicPage, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { AccessibilityPage, PrivacyPage } from './about.page.tsx';

@Controller()
export class AboutController {
  @Get('privacy')
  @PublicPage()
  privacy(@View() view: PortalView) {
    return <PrivacyPage view={view} />;
  }

  @Get('accessibility')
  @PublicPage()
  accessibility(@View() view: PortalView) {
    return <AccessibilityPage view={view} />;
  }
}
