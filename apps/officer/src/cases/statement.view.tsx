import type { Zone } from '#kernel';
import type { StatementLine } from '#ledger';
import { DataTable, DateTime, EmptyState, MoneyFigure } from '#web';
import type { OfficerView } from '../text/index.ts';
import { directionOf } from './statement.ts';

function words({ t }: OfficerView, line: StatementLine): string {
  const key = `statement.line.${line.code}`;
  const what = t.has(key) ? t.dynamic(key) : line.code;
  if (line.phase === 'reserve') return t('statement.reserve', { what });
  return line.phase === 'void' ? t('statement.void', { what }) : what;
}

export interface StatementOptions {
  readonly view: OfficerView;
  readonly lines: readonly StatementLine[];
  readonly zone: Zone;
}

/** Every line of one account in plain words, with what it holds after each. */
export function StatementTable({ view, lines, zone }: StatementOptions) {
  const { t, lang } = view;
  const amount = (of: StatementLine, want: 'in' | 'out' | 'aside') =>
    directionOf(of) === want ? <MoneyFigure money={of.amount} lang={lang} /> : null;
  return (
    <DataTable
      lang={lang}
      caption={t('statement.title')}
      rows={lines}
      empty={
        <EmptyState title={t('statement.none')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('statement.noneBody')}</p>
        </EmptyState>
      }
      columns={[
        {
          label: t('statement.when'),
          cell: (l) => <DateTime at={l.happenedAt} zone={zone} lang={lang} />,
        },
        {
          label: t('statement.what'),
          cell: (l) =>
            directionOf(l) === 'beside' ? (
              <>
                {words(view, l)} (<MoneyFigure money={l.amount} lang={lang} />)
              </>
            ) : (
              words(view, l)
            ),
        },
        { label: t('statement.moneyIn'), numeric: true, cell: (l) => amount(l, 'in') },
        { label: t('statement.moneyOut'), numeric: true, cell: (l) => amount(l, 'out') },
        { label: t('statement.aside'), numeric: true, cell: (l) => amount(l, 'aside') },
        {
          label: t('statement.held'),
          numeric: true,
          cell: (l) => <MoneyFigure money={l.held} lang={lang} />,
        },
      ]}
    />
  );
}
