import { monthText, type ClosedMonth } from '#treasury';
import { DataTable, DateTime, EmptyState, Page, type Column } from '#web';
import { LongId } from '../shared/long-id.view.tsx';
import type { OfficerView } from '../text/index.ts';

const KB = 1024;

/** October 2026, octobre 2026. */
const monthName = ({ lang }: OfficerView, { month }: ClosedMonth): string =>
  month.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric' });

function columnsOf(view: OfficerView): Column<ClosedMonth>[] {
  const { t, lang } = view;
  const link = (m: ClosedMonth) => (
    <a class="govuk-link" href={`/treasury/months/${monthText(m.month)}.csv`} download>
      <span aria-hidden="true">{t('months.download')}</span>
      <span class="govuk-visually-hidden">
        {t('months.downloadOf', { month: monthName(view, m) })}
      </span>
    </a>
  );
  return [
    { label: t('months.month'), cell: (m) => monthName(view, m) },
    { label: t('months.transfers'), numeric: true, cell: (m) => `${m.transfers}` },
    {
      ...{ label: t('months.size'), numeric: true },
      cell: (m) => t('months.kilobytes', { count: Math.ceil(m.bytes / KB) }),
    },
    { label: t('months.hash'), cell: (m) => <LongId id={m.sha256} /> },
    {
      label: t('months.closed'),
      cell: (m) => <DateTime at={m.closedAt} zone="UTC" lang={lang} only="day" />,
    },
    ...(view.account?.permissions.has('money.export')
      ? [{ label: t('months.file'), cell: link }]
      : []),
  ];
}

export function MonthsPage(o: {
  readonly view: OfficerView;
  readonly months: readonly ClosedMonth[];
}) {
  const { view, months } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('months.title')} back="/treasury" wide>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('months.title')}</h1>
          <p class="govuk-body">{t('months.lead')}</p>
          <p class="govuk-body">{t('months.adds')}</p>
          <p class="govuk-body">{t('months.same')}</p>
          <p class="govuk-body">{t('months.technical')}</p>
        </div>
      </div>
      <DataTable
        lang={lang}
        caption={t('months.title')}
        captionHidden
        columns={columnsOf(view)}
        rows={months}
        empty={
          <EmptyState title={t('months.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('months.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
