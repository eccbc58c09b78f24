import { formatMoney, money, type Instant, type Money } from '#kernel';
import type { After, ListPage } from '#platform';
import type { DifferenceFilter, MoneyDifference } from '#treasury';
import { Badge, DataTable, EmptyState, moj, MoneyFigure, Page, type Column } from '#web';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { differenceWords } from '../words/difference.ts';

const FILTERS = ['open', 'all'] as const satisfies readonly DifferenceFilter[];

export const DifferenceBadge = ({ view, row }: { view: OfficerView; row: MoneyDifference }) => (
  <Badge tone={differenceWords[row.state].tone}>{view.t(`states.difference.${row.state}`)}</Badge>
);

/** What each side counts of our money there: the amount less its fee. */
export function netOf(row: MoneyDifference): { moved: bigint; booked: bigint } {
  return {
    moved: (row.movedMinor ?? 0n) - (row.movedFeeMinor ?? 0n),
    booked: (row.bookedMinor ?? 0n) - (row.bookedFeeMinor ?? 0n),
  };
}

/** By how much the processor counts more; below zero where it counts less. */
export function moreMoved(row: MoneyDifference): Money {
  const { moved, booked } = netOf(row);
  return money(moved - booked, row.currency);
}

interface Options {
  readonly view: OfficerView;
  readonly filter: DifferenceFilter;
  readonly after: After | null;
  readonly found: ListPage<MoneyDifference>;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
}

function columnsOf({ view, names, now }: Options): Column<MoneyDifference>[] {
  const { t, lang } = view;
  return [
    {
      label: t('differences.amount'),
      numeric: true,
      cell: (d) => <MoneyFigure money={moreMoved(d)} lang={lang} />,
    },
    { label: t('differences.subject'), cell: (d) => t(`states.differenceSubject.${d.subject}`) },
    { label: t('differences.kind'), cell: (d) => t(`states.differenceKind.${d.kind}`) },
    {
      label: t('differences.since'),
      cell: (d) => <WaitingSince {...{ view, now }} since={d.since} />,
    },
    { label: t('differences.state'), cell: (d) => <DifferenceBadge view={view} row={d} /> },
    { label: t('differences.holder'), cell: (d) => holderName(view, d.takenBy, names) },
    {
      label: t('differences.look'),
      cell: (d) => (
        <a class="govuk-link" href={`/differences/${d.id}`}>
          <span aria-hidden="true">{t('differences.look')}</span>
          <span class="govuk-visually-hidden">
            {t('differences.lookAt', {
              amount: formatMoney(moreMoved(d), lang),
              subject: t(`states.differenceSubject.${d.subject}`),
            })}
          </span>
        </a>
      ),
    },
  ];
}

/** The queue, the longest standing first. */
export function DifferencesPage(o: Options) {
  const { view, filter, after, found } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('differences.title')} back="/reconciliation" wide>
      <h1 class="govuk-heading-l">{t('differences.title')}</h1>
      <p class="govuk-body">{t('differences.lead')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/reconciliation">
          {t('differences.summary')}
        </a>
      </p>
      <moj.SubNavigation
        label={t('differences.tabs')}
        items={FILTERS.map((key) => ({
          text: t(`differences.tab.${key}`),
          href: addressOf('/differences', { show: key }),
          active: key === filter,
        }))}
      />
      <DataTable
        lang={lang}
        caption={t('differences.title')}
        captionHidden
        columns={columnsOf(o)}
        rows={found.rows}
        empty={
          <EmptyState title={t('differences.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('differences.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/differences" query={{ show: filter }} />
    </Page>
  );
}
