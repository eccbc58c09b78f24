import type { Balance } from '#bond-escrow';
import { Badge, DataTable, EmptyState, govuk, MoneyFigure, Page } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { Compared } from './comparison.ts';

export interface BooksPageOptions {
  readonly view: OfficerView;
  readonly balances: readonly Balance[];
  readonly compared: readonly Compared[];
}

function Comparison({ view, compared }: BooksPageOptions) {
  const { t, lang } = view;
  return (
    <>
      <DataTable
        lang={lang}
        caption={t('books.check')}
        rows={compared}
        empty={<></>}
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
      {compared.length > 0 && <p class="govuk-body">{t('books.checkLead')}</p>}
    </>
  );
}

export function BooksPage(o: BooksPageOptions) {
  const { view, balances } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('books.title')} wide>
      <h1 class="govuk-heading-l">{t('books.title')}</h1>
      <p class="govuk-body">{t('books.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('books.title')}
        captionHidden
        rows={balances}
        empty={
          <EmptyState title={t('books.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('books.emptyBody')}</p>
          </EmptyState>
        }
        columns={[
          { label: t('books.account'), cell: (b) => t(`books.names.${b.account}`) },
          { label: t('books.currency'), cell: (b) => b.balance.currency },
          {
            label: t('books.balance'),
            numeric: true,
            cell: (b) => <MoneyFigure money={b.balance} lang={lang} />,
          },
        ]}
      />
      <Comparison {...o} />
      <govuk.InsetText text={t('books.oracle')} />
    </Page>
  );
}
