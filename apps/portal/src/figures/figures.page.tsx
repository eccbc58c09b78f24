import { appeals, decisions, endings, lastDayOf, SMALLEST, TOTAL, type Quarter } from '#figures';
import { formatDay, type PlainDate } from '#kernel';
import type { ProgrammeInForce } from '#programme';
import { DataTable, EmptyState, govuk, KeyFacts, Page, type Column, type Fact } from '#web';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

export interface ToldProgramme {
  readonly programme: ProgrammeInForce;
  /** The newest first. */
  readonly quarters: readonly Quarter[];
  /** The one that is shown; null when none has been told. */
  readonly quarter: Quarter | null;
  readonly values: ReadonlyMap<string, number | null>;
  readonly grounds: readonly string[];
}

export interface FiguresPageOptions {
  readonly view: PortalView;
  readonly told: readonly ToldProgramme[];
  readonly next: { readonly quarter: Quarter; readonly on: PlainDate };
}

type Of = { readonly view: PortalView; readonly of: ToldProgramme };

const quarterWords = ({ t, lang }: PortalView, quarter: Quarter) =>
  t('figures.quarter', {
    from: formatDay(quarter, lang),
    to: formatDay(lastDayOf(quarter), lang),
  });

const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };

function told({ view: { t, lang }, of }: Of, part: string, name: string): string {
  const value = of.values.get(`${part} ${name}`) ?? null;
  return value === null ? t('figures.hidden') : numbers[lang].format(value);
}

/** A whole of several counts, and how much of it each is. */
/** There is no share of nothing. */
const NONE = '–';

function share({ view: { t }, of }: Of, part: string, name: string): string {
  const [some, all] = [name, TOTAL].map((n) => of.values.get(`${part} ${n}`) ?? null);
  if (typeof some !== 'number' || typeof all !== 'number') return t('figures.hidden');
  if (all === 0) return NONE;
  return t('figures.percent', { percent: Math.round((some / all) * 100) });
}

function refundFacts(o: Of): Fact[] {
  const { t } = o.view;
  const days = (name: 'median_days' | 'ninth_days') => {
    const value = o.of.values.get(`refunds ${name}`) ?? null;
    return value === null ? t('figures.hidden') : t('figures.days', { count: value });
  };
  return [
    { label: t('figures.refunds.decided'), value: told(o, 'refunds', TOTAL) },
    {
      label: t('figures.refunds.inTime', { days: o.of.programme.rules.refundPromiseDays }),
      value: share(o, 'refunds', 'in_time'),
    },
    { label: t('figures.refunds.median'), value: days('median_days') },
    { label: t('figures.refunds.ninth'), value: days('ninth_days') },
  ];
}

interface CountTableOptions<N extends string> extends Of {
  readonly part: 'endings' | 'decisions' | 'appeals';
  readonly names: readonly N[];
}

function CountTable<N extends string>({ part, names, ...o }: CountTableOptions<N>) {
  const { t, lang } = o.view;
  const columns: Column<string>[] = [
    { label: t('figures.what'), cell: (name) => t.dynamic(`figures.${part}.${name}`) },
    { label: t('figures.count'), numeric: true, cell: (name) => told(o, part, name) },
    { label: t('figures.share'), numeric: true, cell: (name) => share(o, part, name) },
  ];
  const caption = t(`figures.${part}.title`);
  return <DataTable lang={lang} caption={caption} columns={columns} rows={[...names, TOTAL]} />;
}

function GroundTable(o: Of) {
  const { t, lang } = o.view;
  if (o.of.grounds.length === 0) return null;
  const columns: Column<string>[] = [
    { label: t('figures.grounds.ground'), cell: (g) => t.dynamic(`figures.grounds.of.${g}`) },
    ...(['established', 'not_established'] as const).map((name) => ({
      label: t(`figures.grounds.${name}`),
      numeric: true,
      cell: (ground: string) => told(o, `ground.${ground}`, name),
    })),
  ];
  const caption = t('figures.grounds.title');
  return <DataTable lang={lang} caption={caption} columns={columns} rows={o.of.grounds} />;
}

function Quarters(o: Of) {
  const others = o.of.quarters.filter((q) => `${q}` !== `${o.of.quarter}`);
  if (others.length === 0) return null;
  return (
    <govuk.Details summaryText={o.view.t('figures.earlier')}>
      <ul class="govuk-list">
        {others.map((quarter) => (
          <li>
            <a class="govuk-link" href={`/figures?quarter=${quarter}`}>
              {quarterWords(o.view, quarter)}
            </a>
          </li>
        ))}
      </ul>
    </govuk.Details>
  );
}

function ProgrammeFigures(o: Of) {
  const { view, of } = o;
  const { t } = view;
  if (!of.quarter) return <EmptyState title={t('figures.none')} />;
  return (
    <>
      <p class="govuk-body govuk-!-font-weight-bold">{quarterWords(view, of.quarter)}</p>
      <KeyFacts facts={refundFacts(o)} />
      <CountTable {...o} part="endings" names={endings} />
      <CountTable {...o} part="decisions" names={decisions} />
      <CountTable {...o} part="appeals" names={appeals} />
      <GroundTable {...o} />
      <Quarters {...o} />
    </>
  );
}

export function FiguresPage({ view, told: all, next }: FiguresPageOptions) {
  const { t, lang } = view;
  const when = { quarter: quarterWords(view, next.quarter), on: formatDay(next.on, lang) };
  return (
    <Page view={view} title={t('figures.title')}>
      <h1 class="govuk-heading-l">{t('figures.title')}</h1>
      <p class="govuk-body-l">{t('figures.lead')}</p>
      <p class="govuk-body">{t('figures.how', { smallest: SMALLEST })}</p>
      <p class="govuk-body">{t('figures.next', when)}</p>
      {all.map((of) => (
        <section>
          <h2 class="govuk-heading-m">{programmeName(view, of.programme)}</h2>
          <ProgrammeFigures view={view} of={of} />
        </section>
      ))}
    </Page>
  );
}
