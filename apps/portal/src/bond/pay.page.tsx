import { formatMoment, formatMoney } from '#kernel';
import { govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import { DeclinedNotice } from '../tracking/declined.page.tsx';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { PostingClockNote } from './posting-clock.page.tsx';

type Props = { view: PortalView; own: OwnBond };

const toCase = ({ row }: OwnBond) => `/cases/${row.reference}`;
const payAt = (own: OwnBond) => `${toCase(own)}/bond/pay`;

/** Back from the payment page; the processor has not told yet. */
export function WaitingPage({ view, own, isPatient }: Props & { isPatient: boolean }) {
  const { t } = view;
  return (
    <Page view={view} title={t('bond.paid.waiting')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('bond.paid.waiting')}</h1>
          <p class="govuk-body">{t('bond.paid.waitingBody')}</p>
          <p class="govuk-body">
            {t(isPatient ? 'bond.paid.waitingAgain' : 'bond.paid.waitingLong')}
          </p>
          <div class="govuk-button-group">
            <govuk.Button
              text={t('bond.paid.check')}
              href={`${toCase(own)}/bond/paid`}
              classes="govuk-button--secondary"
            />
            <a class="govuk-link" href={toCase(own)}>
              {t('bond.paid.toCase')}
            </a>
          </div>
        </div>
      </div>
    </Page>
  );
}

export function HeldPage({ view, own }: Props) {
  const { t, lang } = view;
  const amount = formatMoney(own.bond.amount, lang);
  return (
    <Page view={view} title={t('bond.paid.held')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <govuk.Panel titleText={t('bond.paid.held')} text={t('bond.paid.heldBody', { amount })} />
          <p class="govuk-body">{t('bond.paid.heldNext')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={`${toCase(own)}/bond/receipt`}>
              {t('papers.receipt.link')}
            </a>
          </p>
          <govuk.Button text={t('bond.paid.toCase')} href={toCase(own)} />
        </div>
      </div>
    </Page>
  );
}

const PayAgain = ({ view, own, text }: Props & { text: string }) => (
  <div class="govuk-button-group">
    <govuk.Button text={text} href={payAt(own)} />
    <a class="govuk-link" href={toCase(own)}>
      {view.t('bond.notPaid.toCase')}
    </a>
  </div>
);

export function NotPaidPage({ view, own }: Props) {
  const { t, lang } = view;
  const when = formatMoment(own.bond.clock.postBy, own.consulate.timeZone, lang);
  return (
    <Page view={view} title={t('bond.notPaid.title')} back={toCase(own)}>
      <h1 class="govuk-heading-l">{t('bond.notPaid.title')}</h1>
      <DeclinedNotice view={view} bond={own.bond} />
      <p class="govuk-body">{t('bond.notPaid.body')}</p>
      <p class="govuk-body">{t('bond.notPaid.again', { when })}</p>
      <PostingClockNote view={view} bond={own.bond} zone={own.consulate.timeZone} />
      <PayAgain {...{ view, own }} text={t('bond.notPaid.button')} />
    </Page>
  );
}

export function UnavailablePage({ view, own }: Props) {
  const { t } = view;
  return (
    <Page view={view} title={t('bond.unavailable.title')} back={toCase(own)}>
      <h1 class="govuk-heading-l">{t('bond.unavailable.title')}</h1>
      <p class="govuk-body">{t('bond.unavailable.body')}</p>
      <PayAgain {...{ view, own }} text={t('bond.unavailable.button')} />
    </Page>
  );
}
