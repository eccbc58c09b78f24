import { govuk, MoneyFigure, Page } from '#web';
import { PaperCode } from '../check/paper-code.tsx';
import { Inclusion } from '../proof/inclusion.view.tsx';
import type { PortalView } from '../text/index.ts';
import { receiptFacts, type BondReceipt } from './receipt.facts.ts';

export function ReceiptPage({ view, receipt }: { view: PortalView; receipt: BondReceipt }) {
  const { t, lang } = view;
  const { own, code, proof } = receipt;
  const home = `/cases/${own.row.reference}`;
  const amount = <MoneyFigure money={own.bond.amount} lang={lang} size="large" />;
  return (
    <Page view={view} title={t('papers.receipt.title')} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('papers.receipt.title')}</h1>
          <p class="govuk-body">{t('papers.receipt.lead')}</p>
          <govuk.SummaryList
            rows={[
              { key: { text: t('papers.receipt.amount') }, value: { html: amount } },
              ...receiptFacts(view, receipt).map(([label, text]) => ({
                ...{ key: { text: label }, value: { text } },
              })),
              code && {
                key: { text: t('check.onPaper') },
                value: { html: <PaperCode {...{ view, code }} /> },
              },
            ]}
          />
          <govuk.Button text={t('papers.receipt.file')} href={`${home}/bond/receipt.pdf`} />
          <Inclusion
            {...{ view, proof }}
            file={
              <p class="govuk-body">
                <a class="govuk-link" href={`${home}/bond/receipt-proof.json`} download>
                  {t('proof.inclusion.file')}
                </a>
              </p>
            }
          />
          <p class="govuk-body">
            <a class="govuk-link" href={home}>
              {t('papers.submitted.toCase')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
