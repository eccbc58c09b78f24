import { formatMoney, isZero, type Instant, type Money } from '#kernel';
import type { BalanceSheet } from '#ledger';
import { DataTable, DateTime, EmptyState, govuk, MoneyFigure, Page } from '#web';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { momentQuery, type AskedMoment } from './moment.ts';
import { MomentForm } from './moment.view.tsx';

export interface BalancesPageOptions {
  readonly view: OfficerView;
  readonly asked: AskedMoment;
  /** When they were added up; wall clock. */
  readonly asOf: Instant;
  readonly sheets: readonly BalanceSheet[];
}

type PartName = 'assets' | 'owed' | 'own';

/** One part with its sum. */
function Part(o: { view: OfficerView; sheet: BalanceSheet; part: PartName }) {
  const { view, sheet, part } = o;
  const { t, lang } = view;
  const lines = sheet[part].map((l) => ({ ...l, name: t(`books.names.${l.account}`) }));
  return (
    <DataTable
      lang={lang}
      caption={t(`balances.${part}`)}
      rows={[...lines, sheet.totals[part]]}
      columns={[
        {
          label: t('balances.account'),
          cell: (l) => ('name' in l ? l.name : <strong>{t('balances.total')}</strong>),
        },
        {
          label: t('balances.amount'),
          numeric: true,
          cell: (l) =>
            'name' in l ? (
              <MoneyFigure money={l.amount} lang={lang} />
            ) : (
              <strong>
                <MoneyFigure money={l} lang={lang} />
              </strong>
            ),
        },
      ]}
    />
  );
}

/** Both sides in one sentence; a difference is no sum to be explained but an alarm. */
function Equation({ view, sheet }: { view: OfficerView; sheet: BalanceSheet }) {
  const { t, lang } = view;
  const { totals, difference } = sheet;
  const amount = (m: Money) => formatMoney(m, lang);
  if (!isZero(difference)) {
    const text = t('balances.differs', { difference: amount(difference) });
    return <govuk.WarningText text={text} iconFallbackText={t('balances.title')} />;
  }
  const all = { assets: amount(totals.assets), owed: amount(totals.owed), own: amount(totals.own) };
  return <p class="govuk-body">{t('balances.agrees', all)}</p>;
}

function Sheet({ view, sheet }: { view: OfficerView; sheet: BalanceSheet }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t('balances.inCurrency', { currency: sheet.currency })}</h2>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Part {...{ view, sheet }} part="assets" />
        </div>
        <div class="govuk-grid-column-one-half">
          <Part {...{ view, sheet }} part="owed" />
          <Part {...{ view, sheet }} part="own" />
        </div>
      </div>
      <Equation {...{ view, sheet }} />
    </section>
  );
}

function Shown({ view, asked, asOf, sheets }: BalancesPageOptions) {
  const { t, lang } = view;
  if (asked.errors.length > 0) return null;
  return (
    <>
      <p class="govuk-body-l">
        {t(asked.at ? 'balances.then' : 'balances.now')}{' '}
        <DateTime at={asOf} zone="UTC" lang={lang} />
      </p>
      {sheets.length === 0 && (
        <EmptyState title={t('balances.empty')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('balances.emptyBody')}</p>
        </EmptyState>
      )}
      {sheets.map((sheet) => (
        <Sheet {...{ view, sheet }} />
      ))}
      {sheets.length > 0 && view.account?.permissions.has('money.export') && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={addressOf('/treasury/balances.csv', momentQuery(asked))}
            download
          >
            {t('treasury.download')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        {t('balances.learned')} {!asked.at && t('balances.open')}
      </p>
    </>
  );
}

export function BalancesPage(o: BalancesPageOptions) {
  const { view, asked } = o;
  const { t } = view;
  const title = t('balances.title');
  return (
    <Page view={view} title={title} errors={asked.errors} back="/treasury" wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <Shown {...o} />
      <h2 class="govuk-heading-m">{t('balances.another')}</h2>
      <MomentForm {...{ view, asked }} action="/treasury/balances" />
    </Page>
  );
}
