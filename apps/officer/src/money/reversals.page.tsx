import type { After, ListPage } from '#platform';
import { amountOf, type Reversal, type ReversalFilter } from '#refund';
import { formatMoney } from '#kernel';
import { Badge, DataTable, DateTime, EmptyState, moj, MoneyFigure, Page } from '#web';
import type { Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import { reversalWords } from '../words/refund.ts';
import type { OfficerView } from '../text/index.ts';

const FILTERS = ['open', 'all'] as const satisfies readonly ReversalFilter[];

export const ReversalBadge = ({ view, row }: { view: OfficerView; row: Reversal }) => (
  <Badge tone={reversalWords[row.state].tone}>{view.t(`states.reversal.${row.state}`)}</Badge>
);

function columnsOf(view: OfficerView): Column<Reversal>[] {
  const { t, lang } = view;
  const amount = (r: Reversal) => formatMoney(amountOf(r), lang);
  return [
    {
      label: t('reversals.reference'),
      cell: (r) =>
        r.reference ? <CaseLink view={view} reference={r.reference} /> : t('reversals.noCase'),
    },
    { label: t('reversals.state'), cell: (r) => <ReversalBadge view={view} row={r} /> },
    {
      label: t('reversals.amount'),
      numeric: true,
      cell: (r) => <MoneyFigure money={amountOf(r)} lang={lang} />,
    },
    { label: t('reversals.kind'), cell: (r) => t(`reversals.kinds.${r.kind}`) },
    { label: t('reversals.money'), cell: (r) => t(`reversals.where.${r.money}`) },
    {
      label: t('reversals.since'),
      cell: (r) => <DateTime at={r.happenedAt} zone="UTC" lang={lang} />,
    },
    {
      label: t('reversals.look'),
      cell: (r) => (
        <a class="govuk-link" href={`/reversals/${r.id}`}>
          <span aria-hidden="true">{t('reversals.look')}</span>
          <span class="govuk-visually-hidden">
            {t('reversals.lookAt', { amount: amount(r), reference: r.reference ?? '' })}
          </span>
        </a>
      ),
    },
  ];
}

/** Money that left the processor by no disbursement of ours, the longest waiting first (R35). */
export function ReversalsPage(o: {
  readonly view: OfficerView;
  readonly filter: ReversalFilter;
  readonly after: After | null;
  readonly found: ListPage<Reversal>;
}) {
  const { view, filter, after, found } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('reversals.title')} wide>
      <h1 class="govuk-heading-l">{t('reversals.title')}</h1>
      <p class="govuk-body">{t('reversals.lead')}</p>
      <moj.SubNavigation
        label={t('reversals.tabs')}
        items={FILTERS.map((key) => ({
          text: t(`reversals.tab.${key}`),
          href: addressOf('/reversals', { show: key }),
          active: key === filter,
        }))}
      />
      <DataTable
        lang={lang}
        caption={t('reversals.title')}
        captionHidden
        columns={columnsOf(view)}
        rows={found.rows}
        empty={
          <EmptyState title={t('reversals.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('reversals.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/reversals" query={{ show: filter }} />
    </Page>
  );
}
