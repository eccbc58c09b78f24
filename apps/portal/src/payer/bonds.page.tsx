import { dayIn, formatDay, formatMoney } from '#kernel';
import { DataTable, EmptyState, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import { totalsOf, type PaidBond } from './paid-bonds.service.ts';

/** All that one pays for, whoever travels. */
export function BondsPage({ view, bonds }: { view: PortalView; bonds: readonly PaidBond[] }) {
  const { t, lang } = view;
  const when = ({ bond, consulate }: PaidBond) => {
    const day = dayIn(bond.bond.heldAt ?? bond.clock.postBy, consulate.timeZone);
    return <time dateTime={day.toString()}>{formatDay(day, lang)}</time>;
  };
  const amount = totalsOf(bonds)
    .map((money) => formatMoney(money, lang))
    .join(' + ');
  return (
    <Page view={view} title={t('payer.bonds.title')}>
      <h1 class="govuk-heading-l">{t('payer.bonds.title')}</h1>
      <DataTable
        lang={lang}
        caption={t('payer.bonds.caption')}
        captionHidden
        rows={bonds}
        empty={<EmptyState title={t('payer.bonds.empty')}>{t('payer.bonds.emptyHelp')}</EmptyState>}
        columns={[
          {
            label: t('payer.bonds.reference'),
            cell: ({ row }) => (
              <a class="govuk-link vb-nowrap" href={`/cases/${row.reference}`}>
                {row.reference}
              </a>
            ),
          },
          { label: t('payer.bonds.traveller'), cell: ({ traveller }) => traveller },
          {
            label: t('payer.bonds.amount'),
            cell: ({ bond }) => formatMoney(bond.amount, lang),
          },
          { label: t('payer.bonds.when'), cell: when },
          {
            label: t('payer.bonds.status'),
            cell: ({ bond }) => t(`tracking.bond.state.${bond.status}`),
          },
        ]}
      />
      {bonds.length > 1 && (
        <p class="govuk-body govuk-!-font-weight-bold">{t('payer.bonds.total', { amount })}</p>
      )}
    </Page>
  );
}
