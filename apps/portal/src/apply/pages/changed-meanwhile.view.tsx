import type { PageAnswers } from '#application';
import { AskedList, govuk } from '#web';
import type { PortalView } from '../../text/index.ts';
import type { ApplyPage } from '../apply-page.ts';

/** The page was saved in another window after this one was opened: what stands there now. */
export function ChangedMeanwhile(o: { view: PortalView; page: ApplyPage; saved: PageAnswers }) {
  const { view, page, saved } = o;
  const { t } = view;
  return (
    <govuk.NotificationBanner titleText={t.dynamic('web.important')}>
      <p class="govuk-notification-banner__heading">{t('apply.changed.title')}</p>
      <p class="govuk-body">{t('apply.changed.body')}</p>
      <AskedList view={view} sections={[{ page, values: saved }]} />
    </govuk.NotificationBanner>
  );
}
