import type { AsideStanding, IncompletePort } from '#departure';
import type { Instant } from '#kernel';
import type { After, ListPage } from '#platform';
import { NEWEST_MOVEMENTS_MAX, type MovementLine } from '#travel';
import { Badge, DataTable, DateTime, Day, EmptyState, moj, Page, type Column } from '#web';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { ListPager, totalOf } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { movementProposalWords } from '../words/movement.ts';
import { MovementStanding } from './movement.view.tsx';

const MOVEMENT_LISTS = ['unmatched', 'set_aside', 'unfinished', 'recent'] as const;
export type MovementList = (typeof MOVEMENT_LISTS)[number];
export const isMovementList = (text: unknown): text is MovementList =>
  (MOVEMENT_LISTS as readonly unknown[]).includes(text);

/** Beside the records that wait for an officer. */
export interface MovementDeskView {
  readonly standings: ReadonlyMap<string, AsideStanding>;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
}

export interface MovementsPageOptions {
  readonly view: OfficerView;
  readonly list: MovementList;
  readonly rows: readonly MovementLine[];
  /** Ports whose records hold something up. */
  readonly incomplete: readonly IncompletePort[];
  readonly after?: After | null;
  /** Left out for the newest, which have no further pages. */
  readonly found?: ListPage<MovementLine>;
  /** Only of those that wait for an officer. */
  readonly desk?: MovementDeskView | undefined;
}

/** A correction names the record in whose place it stands. */
const RecordId = ({ view, line }: { view: OfficerView; line: MovementLine }) => (
  <>
    <LongId id={line.recordId} />
    {line.corrects && (
      <>
        <br />
        <span class="govuk-hint govuk-!-font-size-16">
          {view.t('movements.corrects')} <LongId id={line.corrects} />
        </span>
      </>
    )}
  </>
);

function columnsOf(view: OfficerView): Column<MovementLine>[] {
  const { t, lang } = view;
  return [
    { label: t('movements.kind'), cell: (m) => t(`states.kind.${m.kind}`) },
    { label: t('movements.port'), cell: (m) => m.portCode },
    {
      label: t('movements.happened'),
      cell: (m) => <DateTime at={m.happenedAt} zone="UTC" lang={lang} />,
    },
    { label: t('movements.state'), cell: (m) => <MovementStanding view={view} line={m} /> },
    { label: t('movements.source'), cell: (m) => <SourceOf view={view} line={m} /> },
    { label: t('movements.record'), cell: (m) => <RecordId view={view} line={m} /> },
    {
      label: t('movements.traveller'),
      cell: (m) =>
        m.personId && view.account?.permissions.has('case.read') ? (
          <a class="govuk-link" href={`/search?person=${m.personId}`}>
            {t('movements.cases')}
          </a>
        ) : (
          t('movements.unknown')
        ),
    },
  ];
}

/** Since when each waits, who has it, and the way to its end. */
function deskColumns(view: OfficerView, desk: MovementDeskView): Column<MovementLine>[] {
  const { t } = view;
  const mayDecide = view.account?.permissions.has('case.review');
  const { standings, names, now } = desk;
  return [
    {
      label: t('movements.since'),
      cell: (m) => <WaitingSince {...{ view, now }} since={m.stateSince} />,
    },
    {
      label: t('movements.holder'),
      cell: (m) => holderName(view, standings.get(m.id)?.holder ?? null, names),
    },
    {
      label: t('movements.decide'),
      cell: (m) => (
        <>
          <AsideBadge view={view} open={standings.get(m.id)?.open ?? null} />
          {mayDecide && (
            <a class="govuk-link" href={`/movements/aside/${m.id}`}>
              <span aria-hidden="true">{t('movements.decide')}</span>
              <span class="govuk-visually-hidden">
                {t('movements.decideOf', { record: m.recordId })}
              </span>
            </a>
          )}
        </>
      ),
    },
  ];
}

const AsideBadge = ({ view, open }: { view: OfficerView; open: AsideStanding['open'] }) =>
  open && (
    <>
      <Badge tone={movementProposalWords[open.state].tone}>
        {view.t(`states.movementProposal.${open.state}`)}
      </Badge>{' '}
    </>
  );

/** The border system that reported it, or with what people brought it in. */
function SourceOf({ view, line }: { view: OfficerView; line: MovementLine }) {
  if (line.source === 'border') return <>{line.clientName}</>;
  const name = view.t(`imports.sources.${line.source}`);
  return view.account?.permissions.has('movement.record') ? (
    <a class="govuk-link" href={`/movements/imports/${line.importId}`}>
      {name}
    </a>
  ) : (
    <>{name}</>
  );
}

/** Which port's records are missing since when, and how much waits for them. */
function IncompleteRecords({
  view,
  ports,
}: {
  view: OfficerView;
  ports: readonly IncompletePort[];
}) {
  const { t, lang } = view;
  if (ports.length === 0) return null;
  return (
    <section aria-label={t('movements.incomplete.title')}>
      <h2 class="govuk-heading-m">{t('movements.incomplete.title')}</h2>
      <p class="govuk-body">{t('movements.incomplete.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('movements.incomplete.title')}
        captionHidden
        columns={[
          { label: t('movements.port'), cell: (p: IncompletePort) => `${p.name} (${p.code})` },
          {
            label: t('movements.incomplete.since'),
            cell: (p: IncompletePort) => <Day day={p.since} lang={lang} />,
          },
          { label: t('movements.incomplete.waiting'), cell: (p: IncompletePort) => `${p.waiting}` },
        ]}
        rows={ports}
      />
    </section>
  );
}

export function MovementsPage(o: MovementsPageOptions) {
  const { view, list, rows, after = null, found, incomplete, desk } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('movements.title')} wide>
      <h1 class="govuk-heading-l">{t('movements.title')}</h1>
      <p class="govuk-body">{t('movements.lead')}</p>
      {view.account?.permissions.has('movement.record') && (
        <p class="govuk-body">
          <a class="govuk-link" href="/movements/imports">
            {t('imports.title')}
          </a>
        </p>
      )}
      {view.account?.permissions.has('case.review') && (
        <p class="govuk-body">
          <a class="govuk-link" href="/movements/matching">
            {t('movements.matching')}
          </a>
        </p>
      )}
      <IncompleteRecords view={view} ports={incomplete} />
      <moj.SubNavigation
        label={t('movements.show')}
        items={MOVEMENT_LISTS.map((key) => ({
          text: t(`movements.${key}`),
          href: addressOf('/movements', { show: key }),
          active: key === list,
        }))}
      />
      <p class="govuk-body">
        {found
          ? totalOf(view, found, 'movements.total')
          : t('movements.newest', { count: NEWEST_MOVEMENTS_MAX })}
      </p>
      <DataTable
        lang={lang}
        caption={t(`movements.${list}`)}
        captionHidden
        columns={[...columnsOf(view), ...(desk ? deskColumns(view, desk) : [])]}
        rows={rows}
        empty={
          <EmptyState title={t('movements.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('movements.emptyBody')}</p>
          </EmptyState>
        }
      />
      {found && <ListPager {...{ view, found, after }} path="/movements" query={{ show: list }} />}
    </Page>
  );
}
