import { countryInSentence, govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Draft } from './drafts.service.ts';
import { PASSPORT, PERSONAL } from './passport-lines.ts';

/** The programme is for others; what to do instead (R1, R2). */
export function OutsidePage({ view, draft }: { view: PortalView; draft: Draft }) {
  const { t, lang } = view;
  const home = `/cases/${draft.row.reference}`;
  const country = countryInSentence(draft.programme.bondedNationality, lang);
  return (
    <Page view={view} title={t('apply.outside.title')} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('apply.outside.title')}</h1>
          <p class="govuk-body">{t('apply.outside.body', { country })}</p>
          <p class="govuk-body">{t('apply.outside.kept', { country })}</p>
          <p class="govuk-body">{t('apply.outside.other')}</p>
          <div class="govuk-button-group">
            <govuk.Button text={t('apply.outside.change')} href={`${home}/apply/${PERSONAL}`} />
            <govuk.Button
              text={t('apply.outside.changePassport')}
              href={`${home}/apply/${PASSPORT}`}
              classes="govuk-button--secondary"
            />
            <a class="govuk-link" href={home}>
              {t('apply.outside.tasks')}
            </a>
          </div>
        </div>
      </div>
    </Page>
  );
}
