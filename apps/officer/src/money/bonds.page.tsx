import { bondLifecycle, type BondRow, type BondState, isToPost } from '#bond-escrow';
import type { Standstill } from '#breach';
import { dayIn, isBefore, type Instant, type Zone } from '#kernel';
import type { After, ListPage } from '#platform';
import type { ConsulateView } from '#programme';
import { Badge, DataTable, DateTime, Day, EmptyState } from '#web';
import { MoneyFigure, Page, type Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { ListFilter } from '../shared/list-filter.view.tsx';
import { ListPager, totalOf } from '../shared/list-pager.view.tsx';
import { PostingPauseNote } from '../shared/posting-pause.view.tsx';
import { StandstillNotes } from '../shared/standstill.view.tsx';
import { bondWords } from '../words/bond.ts';
import type { OfficerView } from '../text/index.ts';

export interface BondsPageOptions {
  readonly view: OfficerView;
  /** Null for all of them. */
  readonly state: BondState | null;
  readonly after: After | null;
  readonly found: ListPage<BondRow>;
  readonly consulates: ReadonlyMap<string, ConsulateView>;
  /** By bond. */
  readonly standstills: ReadonlyMap<string, readonly Standstill[]>;
  readonly now: Instant;
}

const isLate = ({ state, clock }: BondRow, now: Instant): boolean =>
  isToPost(state) && !clock.paused && isBefore(clock.postBy, now);

function columnsOf({ view, consulates, standstills, now }: BondsPageOptions): Column<BondRow>[] {
  const { t, lang } = view;
  // A deadline is the end of a day where the case's consulate is (R9).
  const zoneOf = (b: BondRow): Zone => consulates.get(b.consulateId)?.timeZone ?? 'UTC';
  return [
    {
      label: t('bonds.reference'),
      cell: (b) => <CaseLink view={view} reference={b.reference} />,
    },
    {
      label: t('bonds.state'),
      cell: (b) => (
        <>
          <Badge tone={bondWords[b.state].tone}>{t(`states.bond.${b.state}`)}</Badge>{' '}
          {isLate(b, now) && <Badge tone="bad">{t('bonds.over')}</Badge>}
        </>
      ),
    },
    {
      label: t('bonds.amount'),
      numeric: true,
      cell: (b) => <MoneyFigure money={b.amount} lang={lang} />,
    },
    {
      label: t('bonds.postBy'),
      cell: (b) => <DateTime at={b.clock.postBy} zone={zoneOf(b)} lang={lang} />,
    },
    {
      label: t('bonds.since'),
      cell: (b) => <Day day={dayIn(b.stateSince, zoneOf(b))} lang={lang} />,
    },
    {
      label: t('bonds.statement'),
      cell: (b) => (
        <a class="govuk-link" href={`/bonds/${b.id}/statement`}>
          <span aria-hidden="true">{t('bonds.statement')}</span>
          <span class="govuk-visually-hidden">
            {t('statement.full.title', { reference: b.reference })}
          </span>
        </a>
      ),
    },
    {
      label: t('bonds.waits'),
      cell: (b) => (
        <>
          <PostingPauseNote view={view} clock={b.clock} zone={zoneOf(b)} isFreezeSaid />
          <StandstillNotes view={view} standstills={standstills.get(b.id)} zone={zoneOf(b)} />
        </>
      ),
    },
  ];
}

export function BondsPage(o: BondsPageOptions) {
  const { view, state, after, found } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('bonds.title')} wide>
      <h1 class="govuk-heading-l">{t('bonds.title')}</h1>
      <ListFilter
        view={view}
        action="/bonds"
        name="state"
        label={t('bonds.filter')}
        all={t('bonds.all')}
        value={state ?? ''}
        choices={bondLifecycle.states.map((s) => ({ value: s, text: t(`states.bond.${s}`) }))}
      />
      <p class="govuk-body">{totalOf(view, found, 'bonds.total')}</p>
      <DataTable
        lang={lang}
        caption={t('bonds.title')}
        captionHidden
        columns={columnsOf(o)}
        rows={found.rows}
        empty={
          <EmptyState title={t('bonds.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('bonds.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/bonds" query={{ state: state ?? '' }} />
    </Page>
  );
}
