import type { SignedCopy } from '#bond-escrow';
import { formatMoment } from '#kernel';
import { govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { PaperCode } from '../check/paper-code.tsx';
import { ContractText } from './undertaking.page.tsx';

/** What was signed, word for word, to read and to print. */
export function SignedCopyPage({
  view,
  own,
  copy,
  code,
}: {
  view: PortalView;
  own: OwnBond;
  copy: SignedCopy;
  /** Null for one from before there were codes. */
  code: string | null;
}) {
  const { t, lang } = view;
  const home = `/cases/${own.row.reference}/bond`;
  const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
  return (
    <Page view={view} title={t('bond.copy.title')} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('bond.copy.title')}</h1>
          <p class="govuk-body">{t('bond.copy.lead')}</p>
          <ContractText text={copy.text} lang={copy.language} level={2} />
          <govuk.SummaryList
            rows={[
              row(t('bond.copy.signer'), copy.signerName),
              row(t('bond.copy.when'), formatMoment(copy.signedAt, own.consulate.timeZone, lang)),
              row(t('bond.copy.language'), t(`bond.undertaking.${copy.language}`)),
              row(t('bond.copy.version'), copy.version),
              row(t('bond.copy.digest'), copy.textSha256),
              code && {
                key: { text: t('check.onPaper') },
                value: { html: <PaperCode {...{ view, code }} /> },
              },
            ]}
          />
          <div class="govuk-button-group">
            <govuk.Button text={t('bond.copy.file')} href={`${home}/undertaking.pdf`} />
            <a class="govuk-link" href={home}>
              {t('bond.copy.next')}
            </a>
          </div>
        </div>
      </div>
    </Page>
  );
}
