import type { CaseStatus, CaseView } from '#application';
import type { ConsulateView, ProgrammeInForce } from '#programme';
import { Badge, DataTable, DateTime, EmptyState, govuk, Page, type Tone } from '#web';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

const TONES: Record<CaseStatus, Tone> = {
  draft: 'neutral',
  under_review: 'info',
  answer_needed: 'wait',
  refused: 'bad',
  bond_to_post: 'wait',
  decision_pending: 'info',
  bond_lapsed: 'bad',
  visa_issued: 'good',
  travelling: 'good',
  closed: 'neutral',
  withdrawn: 'neutral',
};

/** Whoever only pays for others has none, and finds what they pay for. */
const NoCases = ({ view: { t } }: { view: PortalView }) => (
  <EmptyState title={t('cases.list.empty')}>
    <p class="govuk-body">{t('cases.list.emptyHelp')}</p>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {t('cases.list.payOnly')}{' '}
      <a class="govuk-link" href="/bonds">
        {t('cases.list.payOnlyLink')}
      </a>
    </p>
  </EmptyState>
);

export function CasesPage(o: {
  view: PortalView;
  cases: readonly CaseView[];
  /** Travellers by person; who was not named yet is not there. */
  names: ReadonlyMap<string, string>;
  programmes: readonly ProgrammeInForce[];
  consulates: readonly ConsulateView[];
}) {
  const { view } = o;
  const { t, lang } = view;
  const nameOf = (code: string) => {
    const found = o.programmes.find((p) => p.code === code);
    return found ? programmeName(view, found) : code;
  };
  const zoneOf = (row: CaseView) =>
    o.consulates.find((consulate) => consulate.id === row.consulateId)?.timeZone ?? 'UTC';
  return (
    <Page view={view} title={t('cases.list.title')}>
      <h1 class="govuk-heading-l">{t('cases.list.title')}</h1>
      <DataTable
        lang={lang}
        caption={t('cases.list.caption')}
        captionHidden
        rows={o.cases}
        empty={<NoCases view={view} />}
        columns={[
          {
            label: t('cases.list.reference'),
            cell: (row) => (
              <a class="govuk-link vb-nowrap" href={`/cases/${row.reference}`}>
                {row.reference}
              </a>
            ),
          },
          {
            label: t('cases.list.traveller'),
            cell: (row) => o.names.get(row.personId ?? '') ?? t('cases.list.unnamed'),
          },
          { label: t('cases.list.programme'), cell: (row) => nameOf(row.programmeCode) },
          {
            label: t('cases.list.status'),
            cell: (row) => (
              <Badge tone={TONES[row.status]}>{t(`cases.status.${row.status}`)}</Badge>
            ),
          },
          {
            label: t('cases.list.since'),
            cell: (row) => (
              <DateTime at={row.stateSince} zone={zoneOf(row)} lang={lang} only="day" />
            ),
          },
        ]}
      />
      <govuk.Button text={t('cases.list.new')} href="/cases/new" />
    </Page>
  );
}
