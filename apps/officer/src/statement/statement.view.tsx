import type { Zone } from '#kernel';
import type { StatementLine } from '#ledger';
import { objectOf, type StatementObject } from '#treasury';
import { DataTable, DateTime, EmptyState, MoneyFigure, type Column } from '#web';
import type { OfficerView } from '../text/index.ts';
import { directionOf } from './direction.ts';

/** What happened, in plain words. */
export function lineWords({ t }: OfficerView, line: Pick<StatementLine, 'code' | 'phase'>): string {
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

const happened = ({ view, zone }: StatementOptions, label: string): Column<StatementLine> => ({
  label,
  cell: (l) => <DateTime at={l.happenedAt} zone={zone} lang={view.lang} />,
});

function amounts({ t, lang }: OfficerView, full: boolean): Column<StatementLine>[] {
  const column = (label: string, want: 'in' | 'out' | 'aside') => ({
    ...{ label, numeric: true },
    cell: (l: StatementLine) =>
      directionOf(l) === want ? <MoneyFigure money={l.amount} lang={lang} /> : null,
  });
  return [
    column(t(full ? 'statement.full.credit' : 'statement.moneyIn'), 'in'),
    column(t(full ? 'statement.full.debit' : 'statement.moneyOut'), 'out'),
    column(t('statement.aside'), 'aside'),
    {
      ...{ label: t('statement.held'), numeric: true },
      cell: (l) => <MoneyFigure money={l.held} lang={lang} />,
    },
  ];
}

const what = (view: OfficerView): Column<StatementLine> => ({
  label: view.t('statement.what'),
  cell: (l) =>
    directionOf(l) === 'beside' ? (
      <>
        {lineWords(view, l)} (<MoneyFigure money={l.amount} lang={view.lang} />)
      </>
    ) : (
      lineWords(view, l)
    ),
});

/** Every line of one account in plain words, with what it holds after each. */
export function StatementTable(o: StatementOptions) {
  const { view, lines } = o;
  const { t, lang } = view;
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
      columns={[happened(o, t('statement.when')), what(view), ...amounts(view, false)]}
    />
  );
}

const PAGES: Readonly<Record<StatementObject['kind'], string>> = {
  ...{ refund: '/refunds', dispute: '/disputes', reversal: '/reversals', suspense: '/suspense' },
};

/** The same as an accountant reads it: when it was booked, what is set aside, and what it is about. */
export function FullStatement(
  o: StatementOptions & { readonly objects: ReadonlyMap<string, StatementObject> },
) {
  const { view, lines, zone, objects } = o;
  const { t, lang } = view;
  const about = (line: StatementLine) => {
    const object = objects.get(objectOf(line.cause));
    return (
      object && (
        <a class="govuk-link" href={`${PAGES[object.kind]}/${object.id}`}>
          {t(`statement.full.objects.${object.kind}`)}
        </a>
      )
    );
  };
  return (
    <DataTable
      lang={lang}
      caption={t('statement.title')}
      captionHidden
      rows={lines}
      columns={[
        {
          label: t('statement.full.booked'),
          cell: (l) => <DateTime at={l.learnedAt} zone={zone} lang={lang} />,
        },
        happened(o, t('statement.full.happened')),
        what(view),
        ...amounts(view, true),
        {
          ...{ label: t('statement.full.reserved'), numeric: true },
          cell: (l) => <MoneyFigure money={l.reserved} lang={lang} />,
        },
        { label: t('statement.full.about'), cell: about },
      ]}
    />
  );
}
