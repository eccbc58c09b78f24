import type { SuspenseRow } from '#bond-escrow';
import { dayIn, formatDay, formatMoney, isZero } from '#kernel';
import type { After } from '#platform';
import type { SuspenseStanding } from '#refund';
import { Badge, DataTable, EmptyState, moj, MoneyFigure, Page, type Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { suspenseWords } from '../words/suspense.ts';
import type { SuspenseFilter, SuspenseList } from './suspense-contents.service.ts';

const FILTERS = ['to_decide', 'all'] as const satisfies readonly SuspenseFilter[];

/** What is being made of it. */
export function SuspenseStands({
  view,
  standing,
}: {
  view: OfficerView;
  standing: SuspenseStanding;
}) {
  const { t, lang } = view;
  const { open, keptUntil } = standing;
  if (open) {
    return (
      <>
        {t(`states.suspenseKind.${open.kind}`)}{' '}
        <Badge tone={suspenseWords[open.state].tone}>{t(`states.suspense.${open.state}`)}</Badge>
      </>
    );
  }
  if (keptUntil) return <>{t('suspense.keptUntil', { day: formatDay(keptUntil, lang) })}</>;
  return null;
}

function standsOf(view: OfficerView, s: SuspenseRow, standing: SuspenseStanding) {
  if (standing.open || standing.keptUntil) return <SuspenseStands {...{ view, standing }} />;
  return (
    s.held.minor > s.reserved.minor && <Badge tone="wait">{view.t('suspense.undecided')}</Badge>
  );
}

function columnsOf(view: OfficerView, list: SuspenseList): Column<SuspenseRow>[] {
  const { t, lang } = view;
  const { standings, names, now } = list;
  const standing = (s: SuspenseRow) => standings.get(s.receivedPaymentId)!;
  return [
    {
      label: t('suspense.amount'),
      numeric: true,
      cell: (s) => <MoneyFigure money={s.held} lang={lang} />,
    },
    {
      label: t('suspense.since'),
      cell: (s) => <WaitingSince {...{ view, now }} since={s.since} />,
    },
    { label: t('suspense.why'), cell: (s) => t(`suspense.reasons.${s.why}`) },
    {
      label: t('suspense.reference'),
      cell: (s) =>
        s.reference ? <CaseLink view={view} reference={s.reference} /> : t('suspense.none'),
    },
    { label: t('suspense.stands'), cell: (s) => standsOf(view, s, standing(s)) },
    {
      label: t('suspense.reserved'),
      numeric: true,
      cell: (s) => !isZero(s.reserved) && <MoneyFigure money={s.reserved} lang={lang} />,
    },
    { label: t('suspense.holder'), cell: (s) => holderName(view, standing(s).holder, names) },
    {
      label: t('suspense.look'),
      cell: (s) => (
        <a class="govuk-link" href={`/suspense/${s.receivedPaymentId}`}>
          <span aria-hidden="true">{t('suspense.look')}</span>
          <span class="govuk-visually-hidden">
            {t('suspense.lookAt', {
              amount: formatMoney(s.held, lang),
              day: formatDay(dayIn(s.since, 'UTC'), lang),
            })}
          </span>
        </a>
      ),
    },
  ];
}

interface SuspensePageOptions {
  readonly view: OfficerView;
  readonly filter: SuspenseFilter;
  readonly list: SuspenseList;
  /** Where this stretch of the list begins. */
  readonly after: After | null;
}

export function SuspensePage({ view, filter, list, after }: SuspensePageOptions) {
  const { t, lang } = view;
  const { found } = list;
  const empty = filter === 'all' ? 'empty' : 'emptyToDecide';
  return (
    <Page view={view} title={t('suspense.title')} wide>
      <h1 class="govuk-heading-l">{t('suspense.title')}</h1>
      <p class="govuk-body">{t('suspense.lead')}</p>
      <moj.SubNavigation
        label={t('suspense.tabs')}
        items={FILTERS.map((key) => ({
          text: t(`suspense.tab.${key}`),
          href: addressOf('/suspense', { show: key }),
          active: key === filter,
        }))}
      />
      <DataTable
        lang={lang}
        caption={t('suspense.title')}
        captionHidden
        columns={columnsOf(view, list)}
        rows={found.rows}
        empty={
          <EmptyState title={t(`suspense.${empty}`)}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t(`suspense.${empty}Body`)}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/suspense" query={{ show: filter }} />
    </Page>
  );
}
