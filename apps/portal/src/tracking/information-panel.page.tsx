import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

/** The way back to what was asked and answered, once it is no longer the applicant's turn. */
export function InformationPanel({ view, tracked }: { view: PortalView; tracked: Tracked }) {
  const { t } = view;
  const { row, information } = tracked;
  if (!information?.outcome) return null;
  return (
    <section aria-label={t('information.panel')}>
      <h2 class="govuk-heading-m">{t('information.panel')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${row.reference}/information`}>
          {t('information.panelLink')}
        </a>
      </p>
    </section>
  );
}
