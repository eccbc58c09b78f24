import { govuk } from '#web';
import type { PortalView } from './text/index.ts';

/** Something that has just happened, above the page's heading. */
export const Notice = ({
  view,
  text,
  good,
}: {
  view: PortalView;
  text: string;
  good?: boolean;
}) => (
  <govuk.NotificationBanner
    titleText={view.t.dynamic(good ? 'web.success' : 'web.important')}
    type={good ? 'success' : undefined}
  >
    <p class="govuk-notification-banner__heading">{text}</p>
  </govuk.NotificationBanner>
);
