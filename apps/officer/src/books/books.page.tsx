import { formatMoney, isZero, type Money } from '#kernel';
import { sidesOf, type Balance, type BooksLine, type BooksSides, type Compared } from '#ledger';
import type { OraclePass } from '#platform';
import { Badge, DataTable, DateTime, EmptyState, govuk, MoneyFigure, Page } from '#web';
import type { OfficerView } from '../text/index.ts';

export interface BooksPageOptions {
  readonly view: OfficerView;
  readonly balances: readonly Balance[];
  readonly compared: readonly Compared[];
  /** Null until all the checks were gone through once. */
  readonly lastPass: OraclePass | null;
}

interface SideOptions {
  readonly view: OfficerView;
  readonly label: string;
  readonly lines: readonly BooksLine[];
  readonly total: Money;
}

function Comparison({ view, compared }: BooksPageOptions) {
  const { t, lang } = view;
  if (compared.length === 0) return null;
  return (
    <>
      <DataTable
        lang={lang}
        caption={t('books.check')}
        rows={compared}
        columns={[
          { label: t('books.owed'), cell: (c) => t(`books.names.${c.kind}`) },
          { label: t('books.currency'), cell: (c) => c.byAccounts.currency },
          {
            label: t('books.byTransfers'),
            numeric: true,
            cell: (c) => <MoneyFigure money={c.byTransfers} lang={lang} />,
          },
          {
            label: t('books.byAccounts'),
            numeric: true,
            cell: (c) => <MoneyFigure money={c.byAccounts} lang={lang} />,
          },
          {
            label: t('books.difference'),
            numeric: true,
            cell: (c) => (
              <>
                <MoneyFigure money={c.difference} lang={lang} />{' '}
                <Badge tone={c.agrees ? 'good' : 'bad'}>
                  {t(c.agrees ? 'books.agrees' : 'books.differs')}
                </Badge>
              </>
            ),
          },
        ]}
      />
      <p class="govuk-body">{t('books.checkLead')}</p>
    </>
  );
}

/** One side, with its sum: every amount positive. */
function Side({ view, label, lines, total }: SideOptions) {
  const { t, lang } = view;
  return (
    <DataTable
      lang={lang}
      caption={label}
      rows={[...lines.map((l) => ({ ...l, name: t(`books.names.${l.account}`) })), total]}
      columns={[
        {
          label: t('books.account'),
          cell: (l) => ('name' in l ? l.name : <strong>{t('books.total')}</strong>),
        },
        {
          label: t('books.balance'),
          numeric: true,
          cell: (l) => <MoneyFigure money={'name' in l ? l.amount : l} lang={lang} />,
        },
      ]}
    />
  );
}

/** In one sentence, why what is owed is not all there. */
function differenceText({ t, lang }: OfficerView, sides: BooksSides): string {
  const amount = (m: Money) => formatMoney(m, lang);
  const params = { owed: amount(sides.totalOwed), there: amount(sides.totalThere) };
  if (isZero(sides.difference)) return t('books.noDifference', params);
  const parts = sides.gone
    .filter((l) => !isZero(l.amount))
    .map((l) =>
      t('books.part', { name: t.dynamic(`books.gone.${l.account}`), amount: amount(l.amount) }),
    );
  return t('books.explained', {
    ...params,
    difference: amount(sides.difference),
    parts: parts.join(t('books.and')),
  });
}

function BothSides({ view, sides }: { view: OfficerView; sides: BooksSides }) {
  const { t } = view;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('books.inCurrency', { currency: sides.currency })}</h2>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Side {...{ view, lines: sides.owed, total: sides.totalOwed }} label={t('books.whose')} />
        </div>
        <div class="govuk-grid-column-one-half">
          <Side
            {...{ view, lines: sides.there, total: sides.totalThere }}
            label={t('books.where')}
          />
        </div>
      </div>
      <p class="govuk-body">{differenceText(view, sides)}</p>
    </section>
  );
}

/** When all the checks were last gone through, and what they found. */
function LastPass({ view, lastPass }: BooksPageOptions) {
  const { t, lang } = view;
  if (!lastPass) return <p class="govuk-body">{t('books.neverChecked')}</p>;
  const { endedAt, checks, violations } = lastPass;
  return (
    <p class="govuk-body">
      {t('books.checked', { checks })} <DateTime at={endedAt} zone="UTC" lang={lang} />{' '}
      <Badge tone={violations === 0 ? 'good' : 'bad'}>
        {violations === 0 ? t('books.allAgrees') : t('books.contradicts', { count: violations })}
      </Badge>
    </p>
  );
}

export function BooksPage(o: BooksPageOptions) {
  const { view, balances } = o;
  const { t } = view;
  return (
    <Page view={view} title={t('books.title')} wide>
      <h1 class="govuk-heading-l">{t('books.title')}</h1>
      <p class="govuk-body">{t('books.lead')}</p>
      {o.lastPass && balances.length === 0 && (
        <EmptyState title={t('books.empty')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('books.emptyBody')}</p>
        </EmptyState>
      )}
      {sidesOf(balances).map((sides) => (
        <BothSides view={view} sides={sides} />
      ))}
      <Comparison {...o} />
      <LastPass {...o} />
      <govuk.InsetText text={t('books.oracle')} />
    </Page>
  );
}
