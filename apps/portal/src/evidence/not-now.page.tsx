import { govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import type { EvidenceContent } from './own-evidence.service.ts';

/** Why no departure can be reported just now, and what to do instead. */
export function NotNowPage(o: { view: PortalView; content: EvidenceContent; code: string }) {
  const { view, content, code } = o;
  const { t } = view;
  const home = `/cases/${content.row.reference}`;
  return (
    <Page view={view} title={t('evidence.notNow.title')} back={home}>
      <h1 class="govuk-heading-l">{t('evidence.notNow.title')}</h1>
      <p class="govuk-body">{t.dynamic(`evidence.notNow.${code}`)}</p>
      <govuk.Button text={t('evidence.notNow.back')} href={home} />
    </Page>
  );
}
