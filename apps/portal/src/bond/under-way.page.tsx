import { formatMoment, formatMoney, subtractMoney } from '#kernel';
import { govuk, Page } from '#web';
import type { OwnBond } from '../own/own-bonds.service.ts';
import type { PortalView } from '../text/index.ts';
import type { Paying } from './paying.ts';
import { PostingClockNote } from './posting-clock.page.tsx';

/** A payment that takes days: what has come, who must do what, and by when. */
export function UnderWayPage(o: { view: PortalView; own: OwnBond; paying: Paying }) {
  const { view, own, paying } = o;
  const { t, lang } = view;
  const { kind, payment } = paying;
  const { bond, consulate, row } = own;
  const arrived = payment.arrived;
  const figures = {
    amount: formatMoney(bond.amount, lang),
    arrived: arrived ? formatMoney(arrived, lang) : '',
    rest: formatMoney(arrived ? subtractMoney(bond.amount, arrived) : bond.amount, lang),
    when: formatMoment(bond.clock.postBy, consulate.timeZone, lang),
  };
  const home = `/cases/${row.reference}`;
  return (
    <Page view={view} title={t(`ways.underWay.${kind}.title`)} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t(`ways.underWay.${kind}.title`)}</h1>
          <p class="govuk-body">{t(`ways.underWay.${kind}.body`, figures)}</p>
          <p class="govuk-body">{t(`ways.underWay.${kind}.next`, figures)}</p>
          <PostingClockNote view={view} bond={bond} zone={consulate.timeZone} />
          {payment.transferUrl && kind !== 'debit' && (
            <govuk.Button text={t('ways.underWay.account')} href={payment.transferUrl} />
          )}
          {kind === 'transfer' && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${home}/bond/pay`}>
                {t('ways.underWay.another')}
              </a>
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={home}>
              {t('bond.paid.toCase')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
