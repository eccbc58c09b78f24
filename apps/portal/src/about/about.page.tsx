import { Page } from '#web';
import type { PortalView } from '../text/index.ts';

const PRIVACY = ['what', 'why', 'how', 'who', 'cookies', 'mail'] as const;
const PROMISES = ['do1', 'do2', 'do3', 'do4', 'do5'] as const;
const SECTIONS = ['how', 'limits', 'help'] as const;

export function PrivacyPage({ view }: { view: PortalView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('about.privacy.title')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('about.privacy.title')}</h1>
          {PRIVACY.map((part) => (
            <>
              <h2 class="govuk-heading-m">{t(`about.privacy.${part}`)}</h2>
              <p class="govuk-body">{t(`about.privacy.${part}Body`)}</p>
            </>
          ))}
        </div>
      </div>
    </Page>
  );
}

export function AccessibilityPage({ view }: { view: PortalView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('about.accessibility.title')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('about.accessibility.title')}</h1>
          <p class="govuk-body-l">{t('about.accessibility.lead')}</p>
          <h2 class="govuk-heading-m">{t('about.accessibility.do')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {PROMISES.map((promise) => (
              <li>{t(`about.accessibility.${promise}`)}</li>
            ))}
          </ul>
          {SECTIONS.map((part) => (
            <>
              <h2 class="govuk-heading-m">{t(`about.accessibility.${part}`)}</h2>
              <p class="govuk-body">{t(`about.accessibility.${part}Body`)}</p>
            </>
          ))}
        </div>
      </div>
    </Page>
  );
}
