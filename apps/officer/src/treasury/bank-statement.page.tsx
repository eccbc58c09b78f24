import type { BankEntryView, StatementLineView } from '#treasury';
import { Badge, DataTable, DateTime, Day, govuk, MoneyFigure, Page } from '#web';
import { holderName } from '../shared/holding.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { StatementBadge, StatementDays } from './bank-statements.page.tsx';

interface Options {
  readonly view: OfficerView;
  readonly statement: { readonly line: StatementLineView; readonly entries: BankEntryView[] };
  readonly names: ReadonlyMap<string, string>;
  readonly notice: unknown;
}

function Summary({ view, statement, names }: Options) {
  const { t, lang } = view;
  const { line } = statement;
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('bankStatements.stateLabel') },
          value: { html: <StatementBadge view={view} line={line} /> },
        },
        {
          key: { text: t('bankStatements.opening') },
          value: { html: <MoneyFigure money={line.opening} lang={lang} /> },
        },
        {
          key: { text: t('bankStatements.closing') },
          value: { html: <MoneyFigure money={line.closing} lang={lang} /> },
        },
        {
          key: { text: t('bankStatements.entriesKept') },
          value: { text: `${line.entries}` },
        },
        {
          key: { text: t('bankStatements.file') },
          value: { text: t(`bankStatements.kind.${line.kind === 'csv' ? 'csv' : 'camt'}`) },
        },
        {
          key: { text: t('bankStatements.sent') },
          value: {
            html: (
              <>
                <DateTime at={line.sentAt} zone="UTC" lang={lang} />,{' '}
                {holderName(view, line.sentBy, names)}
              </>
            ),
          },
        },
      ]}
    />
  );
}

/** What it is in the books, or that it is not yet. */
function InTheBooks({ view, entry }: { view: OfficerView; entry: BankEntryView }) {
  const { t } = view;
  if (entry.differenceId) {
    return (
      <a class="govuk-link" href={`/differences/${entry.differenceId}`}>
        {t('bankStatements.entry.difference')}
      </a>
    );
  }
  if (!entry.way) return <Badge tone="wait">{t('bankStatements.entry.waits')}</Badge>;
  const key = `differences.code.${entry.code ?? ''}`;
  return <>{t.has(key) ? t.dynamic(key) : entry.code}</>;
}

/** One statement: its balances, and each entry with what it is in the books. */
export function BankStatementPage(o: Options) {
  const { view, statement, notice } = o;
  const { t, lang } = view;
  const { line, entries } = statement;
  const title = t('bankStatements.one');
  return (
    <Page view={view} title={title} back="/reconciliation/statements" wide>
      <Notice view={view} code={notice} group="bankStatements" />
      <h1 class="govuk-heading-l">
        {title}, <StatementDays view={view} line={line} />
      </h1>
      <Summary {...o} />
      <DataTable
        lang={lang}
        caption={t('bankStatements.entries')}
        columns={[
          {
            label: t('bankStatements.entry.on'),
            cell: (e) => <Day day={e.on} lang={lang} />,
          },
          {
            label: t('bankStatements.entry.amount'),
            numeric: true,
            cell: (e) => <MoneyFigure money={e.amount} lang={lang} />,
          },
          {
            label: t('bankStatements.entry.books'),
            cell: (e) => <InTheBooks view={view} entry={e} />,
          },
          {
            label: t('bankStatements.entry.reference'),
            cell: (e) => e.reference && <LongId id={e.reference} />,
          },
        ]}
        rows={entries}
        empty={
          <>
            <h2 class="govuk-heading-m">{t('bankStatements.entries')}</h2>
            <p class="govuk-body">{t('bankStatements.noEntries')}</p>
          </>
        }
      />
      {line.entries > entries.length && (
        <p class="govuk-body">{t('bankStatements.shown', { count: entries.length })}</p>
      )}
    </Page>
  );
}
