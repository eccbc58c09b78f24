import type { Standstill } from '#breach';
import { dayIn, formatMoney, type Instant } from '#kernel';
import type { After } from '#platform';
import type { Promises, RefundFilter, RefundLine, PageOfRefunds } from '#refund';
import {
  Badge,
  DataTable,
  Day,
  EmptyState,
  fieldErrors,
  govuk,
  moj,
  MoneyFigure,
  Page,
  TextField,
} from '#web';
import type { Column } from '#web';
import { pendingText } from '../shared/codes.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { AgeBadge } from '../shared/holding.view.tsx';
import { countWords, ListPager, totalOf } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import { StandstillNotes } from '../shared/standstill.view.tsx';
import { disbursementWords } from '../words/refund.ts';
import type { OfficerView } from '../text/index.ts';
import { refundDays } from './refund-days.ts';

export const REFUND_FILTERS = [
  'problems',
  'unclaimed',
  'under_way',
  'returned',
  'all',
] as const satisfies readonly RefundFilter[];

export interface RefundsPageOptions {
  readonly view: OfficerView;
  readonly filter: RefundFilter;
  /** Of the case that was searched for; empty when none was. */
  readonly reference: string;
  readonly after: After | null;
  readonly found: PageOfRefunds;
  readonly promises: Promises;
  /** By the bond or payment whose money it is. */
  readonly standstills: ReadonlyMap<string, readonly Standstill[]>;
  readonly now: Instant;
}

/** Days to the promise, days beyond it, or days that it took (R26). */
export function DaysBadge({
  view,
  line,
  now,
}: {
  view: OfficerView;
  line: RefundLine;
  now: Instant;
}) {
  const { t } = view;
  const said = refundDays(line, now);
  const text =
    'count' in said ? t(`refunds.${said.key}`, { count: said.count }) : t(`refunds.${said.key}`);
  return <Badge tone={said.tone}>{text}</Badge>;
}

/** Pending says little: where the processor waits for something, that is its state. */
export const DisbursementBadge = ({
  view,
  line,
}: {
  view: OfficerView;
  line: Pick<RefundLine, 'state' | 'pendingReason'>;
}) => {
  const waits = line.state === 'pending' && line.pendingReason !== 'processing';
  return waits && line.pendingReason ? (
    <Badge tone="bad">{pendingText(view, line.pendingReason)}</Badge>
  ) : (
    <Badge tone={disbursementWords[line.state].tone}>
      {view.t(`states.disbursement.${line.state}`)}
    </Badge>
  );
};

/** Why a refund that was never tried waits for the treasury (R33). */
function WaitsBadge({ view, line }: { view: OfficerView; line: RefundLine }) {
  const why = line.state === 'due' && line.attempt === 1 ? line.waitsBecause : null;
  return why && <Badge tone="bad">{view.t(`states.waits.${why}`)}</Badge>;
}

function LookLink({ view, line }: { view: OfficerView; line: RefundLine }) {
  const { t, lang } = view;
  const amount = formatMoney(line.amount, lang);
  const reference = line.reference ?? t('refunds.noCase');
  return (
    <a class="govuk-link" href={`/refunds/${line.refundId}`}>
      <span aria-hidden="true">{t('refunds.look')}</span>
      <span class="govuk-visually-hidden">{t('refunds.lookAt', { amount, reference })}</span>
    </a>
  );
}

/** How long a payer has been asked for a bank account (R30). */
function askedColumn({ view, now }: RefundsPageOptions): Column<RefundLine> {
  return {
    label: view.t('refunds.asked'),
    cell: (r) =>
      r.askedAt && (
        <AgeBadge view={view} day={dayIn(r.askedAt, r.zone)} today={dayIn(now, r.zone)} />
      ),
  };
}

/** A GET, so that what was found has its own address. */
function SearchUnclaimed({ view, reference }: RefundsPageOptions) {
  const { t } = view;
  return (
    <form method="get" action="/refunds">
      <input type="hidden" name="show" value="unclaimed" />
      <TextField
        {...{ view, values: { reference }, errors: fieldErrors(view) }}
        name="reference"
        label={t('refunds.search')}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
      <govuk.Button text={t('refunds.searchButton')} classes="govuk-button--secondary" />
    </form>
  );
}

function columnsOf(o: RefundsPageOptions): Column<RefundLine>[] {
  const { view, standstills, now, filter } = o;
  const { t, lang } = view;
  return [
    {
      label: t('refunds.reference'),
      cell: (r) =>
        r.reference ? <CaseLink view={view} reference={r.reference} /> : t('refunds.noCase'),
    },
    {
      label: t('refunds.state'),
      cell: (r) => (
        <>
          <DisbursementBadge view={view} line={r} /> <WaitsBadge view={view} line={r} />
          <StandstillNotes view={view} standstills={standstills.get(r.ownerId)} zone={r.zone} />
        </>
      ),
    },
    {
      label: t('refunds.amount'),
      numeric: true,
      cell: (r) => <MoneyFigure money={r.amount} lang={lang} />,
    },
    { label: t('refunds.number'), numeric: true, cell: (r) => r.attempt },
    ...(filter === 'unclaimed' ? [askedColumn(o)] : []),
    { label: t('refunds.promised'), cell: (r) => <Day day={r.promisedBy} lang={lang} /> },
    {
      label: t('refunds.days'),
      cell: (r) => <DaysBadge view={view} line={r} now={now} />,
    },
    { label: t('refunds.look'), cell: (r) => <LookLink view={view} line={r} /> },
  ];
}

export function RefundsPage(o: RefundsPageOptions) {
  const { view, filter, after, found, promises } = o;
  const { t, lang } = view;
  const said = (count: number) => countWords(view, count);
  return (
    <Page view={view} title={t('refunds.title')} wide>
      <h1 class="govuk-heading-l">{t('refunds.title')}</h1>
      <moj.SubNavigation
        label={t('refunds.tabs')}
        items={REFUND_FILTERS.map((key) => ({
          text: t(`refunds.tab.${key}`),
          href: addressOf('/refunds', { show: key }),
          active: key === filter,
        }))}
      />
      <p class="govuk-body">
        {totalOf(view, found, 'refunds.total')}.{' '}
        {t('refunds.promises', {
          kept: said(promises.kept),
          broken: said(promises.broken),
          underWay: said(promises.underWay),
        })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/refunds/run">
          {t('refundRun.link')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/liquidity">
          {t('liquidity.link')}
        </a>
      </p>
      {filter === 'unclaimed' && <SearchUnclaimed {...o} />}
      <DataTable
        lang={lang}
        caption={t('refunds.title')}
        captionHidden
        columns={columnsOf(o)}
        rows={found.rows}
        empty={
          <EmptyState title={t('refunds.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">
              {t(
                `refunds.emptyBody.${filter === 'problems' || filter === 'unclaimed' ? filter : 'other'}`,
              )}
            </p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/refunds" query={{ show: filter }} />
    </Page>
  );
}
