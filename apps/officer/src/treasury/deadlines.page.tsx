import { daysBetween, formatDay, type PlainDate } from '#kernel';
import { DEADLINES_MAX, DESK_DAYS, SHOWN_DAYS, TELL_DAYS, type ClosingWay } from '#treasury';
import { Badge, DataTable, Day, EmptyState, MoneyFigure, Page, type Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import type { OfficerView } from '../text/index.ts';

export interface DeadlinesPageOptions {
  readonly view: OfficerView;
  readonly ways: readonly ClosingWay[];
  readonly isMore: boolean;
  readonly today: PlainDate;
  /** How long the processor may hold money. */
  readonly holdingDays: number;
}

/** Over, within the days of the desk, or still some way off. */
function Standing({
  view,
  way,
  today,
}: Pick<DeadlinesPageOptions, 'view' | 'today'> & { way: ClosingWay }) {
  const { t } = view;
  if (way.isOver) return <Badge tone="bad">{t('deadlines.over')}</Badge>;
  const isNear = daysBetween(today, way.on) <= DESK_DAYS;
  return isNear ? <Badge tone="wait">{t('deadlines.near')}</Badge> : null;
}

/** What to do, and the page on which it is done. */
function Step({ view, way }: { view: OfficerView; way: ClosingWay }) {
  const { t, lang } = view;
  const link = way.refundId
    ? { href: `/refunds/${way.refundId}`, text: t('deadlines.refund') }
    : { href: `/bonds/${way.bondId}/statement`, text: t('deadlines.statement') };
  return (
    <>
      {t(`deadlines.steps.${way.step}`)}
      <br />
      {way.toldOn && way.step !== 'nothing' && (
        <span class="govuk-hint govuk-!-font-size-16">
          {t('deadlines.told', { day: formatDay(way.toldOn, lang) })}
          <br />
        </span>
      )}
      <a class="govuk-link" href={link.href}>
        {link.text}
        <span class="govuk-visually-hidden"> {way.reference}</span>
      </a>
    </>
  );
}

function columnsOf(o: DeadlinesPageOptions): Column<ClosingWay>[] {
  const { view, today, holdingDays } = o;
  const { t, lang } = view;
  return [
    {
      label: t('deadlines.on'),
      cell: (way) => (
        <>
          <Day day={way.on} lang={lang} /> <Standing {...{ view, way, today }} />
        </>
      ),
    },
    {
      label: t('deadlines.case'),
      cell: (way) => <CaseLink view={view} reference={way.reference} />,
    },
    {
      ...{ label: t('deadlines.amount'), numeric: true },
      cell: (way) => <MoneyFigure money={way.amount} lang={lang} />,
    },
    {
      label: t('deadlines.closes'),
      cell: (way) => t(`deadlines.what.${way.what}`, { days: holdingDays }),
    },
    { label: t('deadlines.step'), cell: (way) => <Step {...{ view, way }} /> },
  ];
}

export function DeadlinesPage(o: DeadlinesPageOptions) {
  const { view, ways, isMore, holdingDays } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('deadlines.title')} back="/treasury" wide>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('deadlines.title')}</h1>
          <p class="govuk-body">
            {t('deadlines.lead', { days: SHOWN_DAYS, near: DESK_DAYS, told: TELL_DAYS })}
          </p>
        </div>
      </div>
      <DataTable
        lang={lang}
        caption={t('deadlines.title')}
        captionHidden
        columns={columnsOf(o)}
        rows={ways}
        empty={
          <EmptyState title={t('deadlines.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('deadlines.emptyBody')}</p>
          </EmptyState>
        }
      />
      {isMore && <p class="govuk-body">{t('deadlines.more', { count: DEADLINES_MAX })}</p>}
      <p class="govuk-body-s">{t('deadlines.holding', { days: holdingDays })}</p>
    </Page>
  );
}
