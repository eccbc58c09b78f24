import { govuk } from '#web';
import type { OfficerView } from '../text/index.ts';

/**
 * Something that has just happened, above the page's heading. Its code comes in the address, so a
 * code that has no text is shown as nothing.
 */
export function Notice({ view, code, group }: { view: OfficerView; code: unknown; group: string }) {
  if (typeof code !== 'string' || !/^[a-z_]{1,40}$/i.test(code)) return null;
  const done = view.t.has(`${group}.done.${code}`);
  if (!done && !view.t.has(`${group}.refused.${code}`)) return null;
  return (
    <govuk.NotificationBanner
      titleText={view.t.dynamic(done ? 'web.success' : 'web.important')}
      type={done ? 'success' : undefined}
    >
      <p class="govuk-notification-banner__heading">
        {view.t.dynamic(`${group}.${done ? 'done' : 'refused'}.${code}`)}
      </p>
    </govuk.NotificationBanner>
  );
}
