import { formatMoney, money, type Instant } from '#kernel';
import type { After, ListPage } from '#platform';
import type { Dispute, DisputeFilter } from '#refund';
import { Badge, DataTable, DateTime, EmptyState, moj, MoneyFigure, Page } from '#web';
import type { Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { disputeWords } from '../words/dispute.ts';

const FILTERS = ['to_answer', 'all'] as const satisfies readonly DisputeFilter[];
const DAY_HOURS = 24;
/** So few days are shown as urgent. */
const SOON_DAYS = 3;

export const DisputeBadge = ({ view, row }: { view: OfficerView; row: Pick<Dispute, 'state'> }) => (
  <Badge tone={disputeWords[row.state].tone}>{view.t(`states.dispute.${row.state}`)}</Badge>
);

export const amountOfDispute = (d: Dispute) => money(d.amountMinor, d.currency);
const isOpen = ({ state }: Dispute) => state === 'question' || state === 'to_answer';

/** By when, and how long that is; whether an answer is taken at all. */
export function AnswerBy({ view, row, now }: { view: OfficerView; row: Dispute; now: Instant }) {
  const { t, lang } = view;
  if (!row.dueBy) return <>{t('disputes.never')}</>;
  const when = <DateTime at={row.dueBy} zone="UTC" lang={lang} />;
  if (!isOpen(row)) return when;
  const days = Math.floor(now.until(row.dueBy).total('hours') / DAY_HOURS);
  const soon = days === 0 ? t('disputes.today') : t('disputes.daysLeft', { count: days });
  const text = days < 0 ? t('disputes.late') : soon;
  return (
    <>
      {when} <Badge tone={days < SOON_DAYS ? 'bad' : 'wait'}>{text}</Badge>
    </>
  );
}

function columnsOf(view: OfficerView, now: Instant): Column<Dispute>[] {
  const { t, lang } = view;
  return [
    {
      label: t('disputes.reference'),
      cell: (r) =>
        r.reference ? <CaseLink view={view} reference={r.reference} /> : t('disputes.noCase'),
    },
    { label: t('disputes.due'), cell: (r) => <AnswerBy view={view} row={r} now={now} /> },
    { label: t('disputes.state'), cell: (r) => <DisputeBadge view={view} row={r} /> },
    {
      label: t('disputes.amount'),
      numeric: true,
      cell: (r) => <MoneyFigure money={amountOfDispute(r)} lang={lang} />,
    },
    { label: t('disputes.reason'), cell: (r) => t(`states.disputeReason.${r.reason}`) },
    {
      label: t('disputes.look'),
      cell: (r) => (
        <a class="govuk-link" href={`/disputes/${r.id}`}>
          <span aria-hidden="true">{t('disputes.look')}</span>
          <span class="govuk-visually-hidden">
            {t('disputes.lookAt', {
              amount: formatMoney(amountOfDispute(r), lang),
              reference: r.reference ?? '',
            })}
          </span>
        </a>
      ),
    },
  ];
}

/** Disputes, what must be answered first at the top. */
export function DisputesPage(o: {
  readonly view: OfficerView;
  readonly filter: DisputeFilter;
  readonly after: After | null;
  readonly now: Instant;
  readonly found: ListPage<Dispute>;
}) {
  const { view, filter, after, found, now } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('disputes.title')} wide>
      <h1 class="govuk-heading-l">{t('disputes.title')}</h1>
      <p class="govuk-body">{t('disputes.lead')}</p>
      <moj.SubNavigation
        label={t('disputes.tabs')}
        items={FILTERS.map((key) => ({
          text: t(`disputes.tab.${key}`),
          href: addressOf('/disputes', { show: key }),
          active: key === filter,
        }))}
      />
      <DataTable
        lang={lang}
        caption={t('disputes.title')}
        captionHidden
        columns={columnsOf(view, now)}
        rows={found.rows}
        empty={
          <EmptyState title={t('disputes.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('disputes.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/disputes" query={{ show: filter }} />
    </Page>
  );
}
