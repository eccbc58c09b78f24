import type { After, ListPage } from '#platform';
import type { StatementLineView } from '#treasury';
import { Badge, DataTable, DateTime, Day, EmptyState, MoneyFigure, Page, type Column } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { holderName } from '../shared/holding.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { SendStatement, statementErrors } from './send-statement.view.tsx';

interface Options {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly found: ListPage<StatementLineView>;
  readonly after: After | null;
  readonly names: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Whether all of a statement is in the books. */
export function StatementBadge({ view, line }: { view: OfficerView; line: StatementLineView }) {
  const { t } = view;
  const { open, told, takenAt } = line;
  if (!takenAt) return <Badge tone="info">{t('bankStatements.state.new')}</Badge>;
  if (told > 0) {
    return <Badge tone="bad">{t('bankStatements.state.differs', { count: told })}</Badge>;
  }
  if (open > 0) {
    return <Badge tone="wait">{t('bankStatements.state.waits', { count: open })}</Badge>;
  }
  return <Badge tone="good">{t('bankStatements.state.agrees')}</Badge>;
}

export function StatementDays({ view, line }: { view: OfficerView; line: StatementLineView }) {
  const { lang } = view;
  const last = <Day day={line.to} lang={lang} />;
  if (line.from.equals(line.to)) return last;
  return (
    <>
      <Day day={line.from} lang={lang} /> – {last}
    </>
  );
}

function columnsOf({ view, names }: Options): Column<StatementLineView>[] {
  const { t, lang } = view;
  return [
    {
      label: t('bankStatements.days'),
      cell: (s) => (
        <a class="govuk-link" href={`/reconciliation/statements/${s.id}`}>
          <StatementDays view={view} line={s} />
        </a>
      ),
    },
    {
      label: t('bankStatements.closing'),
      numeric: true,
      cell: (s) => <MoneyFigure money={s.closing} lang={lang} />,
    },
    { label: t('bankStatements.entries'), numeric: true, cell: (s) => s.entries },
    {
      label: t('bankStatements.stateLabel'),
      cell: (s) => <StatementBadge view={view} line={s} />,
    },
    {
      label: t('bankStatements.sent'),
      cell: (s) => (
        <>
          <DateTime at={s.sentAt} zone="UTC" lang={lang} />, {holderName(view, s.sentBy, names)}
        </>
      ),
    },
  ];
}

/** Statements of the bank, the newest first, and the place to bring another. */
export function BankStatementsPage(o: Options) {
  const { view, staff, found, after, query } = o;
  const { t, lang } = view;
  const title = t('bankStatements.title');
  const errors = statementErrors(view, query);
  return (
    <Page view={view} title={title} back="/reconciliation" errors={errors} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('bankStatements.lead')}</p>
      {staff.permissions.has('refund.approve') && <SendStatement view={view} query={query} />}
      <DataTable
        lang={lang}
        caption={t('bankStatements.kept')}
        columns={columnsOf(o)}
        rows={found.rows}
        empty={
          <EmptyState title={t('bankStatements.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('bankStatements.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/reconciliation/statements" />
    </Page>
  );
}
