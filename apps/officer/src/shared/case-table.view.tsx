import type { InformationStanding, QueueRow } from '#application';
import type { CaseStanding } from '#bond-escrow';
import { dayIn, formatDay, type Instant } from '#kernel';
import type { ConsulateView } from '#programme';
import { Badge, DataTable, Day, EmptyState, Reference, template, type Column } from '#web';
import type { OfficerView } from '../text/index.ts';
import { badgesOf, type CaseBadge } from './case-badges.ts';
import { caseWords } from '../words/case.ts';

export type CaseLine = Omit<QueueRow, 'submittedAt'> & { readonly submittedAt: Instant | null };

/** Rows of cases with what their page needs to name everything. */
export interface CaseList {
  readonly rows: readonly CaseLine[];
  readonly facts: ReadonlyMap<string, CaseStanding>;
  /** What was asked of applicants last, by case. */
  readonly information: ReadonlyMap<string, InformationStanding>;
  readonly consulates: ReadonlyMap<string, ConsulateView>;
  /** Names of staff by account id. */
  readonly names: ReadonlyMap<string, string>;
  /** Travellers by person, where they are shown; who could not be opened is not there. */
  readonly people?: ReadonlyMap<string, string>;
  readonly now: Instant;
}

function badgeText({ t, lang }: OfficerView, badge: CaseBadge): string {
  if ('count' in badge) return t('queues.badge.waitingDays', { count: badge.count });
  if ('day' in badge) return t(`queues.badge.${badge.key}`, { day: formatDay(badge.day, lang) });
  return t(`queues.badge.${badge.key}`);
}

export const programmeName = ({ t }: OfficerView, code: string): string =>
  t.has(`queues.programmeName.${code}`) ? t.dynamic(`queues.programmeName.${code}`) : code;

/** The state and why, each in its own badge. */
export const CaseBadges = (o: { view: OfficerView; row: CaseLine; list: CaseList }) => {
  const { view, row, list } = o;
  const zone = list.consulates.get(row.consulateId)?.timeZone ?? 'UTC';
  const facts = list.facts.get(row.id);
  const information = list.information.get(row.id);
  const state = { tone: caseWords[row.state].tone, children: view.t(`states.case.${row.state}`) };
  const why = badgesOf({ ...row, facts, information }, list.now, zone).map((badge) => [
    ' ',
    Badge({ tone: badge.tone, children: badgeText(view, badge) }),
  ]);
  return template`${Badge(state)}${why}`;
};

const holder = ({ t, account }: OfficerView, row: CaseLine, list: CaseList): string => {
  if (row.assignedTo === null) return t('queues.nobody');
  if (row.assignedTo === account?.id) return t('queues.you');
  return list.names.get(row.assignedTo) ?? t('queues.nobody');
};

/** Who travels, when and for what. */
function peopleColumns({ t, lang }: OfficerView, list: CaseList): Column<CaseLine>[] {
  const { people } = list;
  if (!people) return [];
  const factsOf = (row: CaseLine) => list.facts.get(row.id);
  const purpose = (code: string) =>
    t.has(`queues.purpose.${code}`) ? t.dynamic(`queues.purpose.${code}`) : code;
  return [
    {
      label: t('queues.traveller'),
      cell: (row) => people.get(row.personId ?? '') ?? t('queues.unnamed'),
    },
    {
      label: t('queues.journey'),
      cell: (row) => {
        const facts = factsOf(row);
        return (
          facts?.arrivesOn &&
          template`${Day({ day: facts.arrivesOn, lang })}<br>${purpose(facts.purpose ?? '')}`
        );
      },
    },
  ];
}

function columnsOf(view: OfficerView, list: CaseList): Column<CaseLine>[] {
  const { t, lang } = view;
  const zoneOf = (row: CaseLine) => list.consulates.get(row.consulateId)?.timeZone ?? 'UTC';
  return [
    {
      label: t('queues.reference'),
      cell: ({ reference }) =>
        template`<a class="govuk-link" href="/cases/${reference}">${Reference({ code: reference })}</a>`,
    },
    ...peopleColumns(view, list),
    {
      label: t('queues.state'),
      cell: (row) => CaseBadges({ view, row, list }),
    },
    {
      label: t('queues.programmeAndConsulate'),
      cell: (row) =>
        `${programmeName(view, row.programmeCode)} · ${list.consulates.get(row.consulateId)?.city ?? ''}`,
    },
    {
      label: t('queues.submitted'),
      cell: (row) => row.submittedAt && Day({ day: dayIn(row.submittedAt, zoneOf(row)), lang }),
    },
    {
      label: t('queues.since'),
      cell: (row) => Day({ day: dayIn(row.stateSince, zoneOf(row)), lang }),
    },
    { label: t('queues.assigned'), cell: (row) => holder(view, row, list) },
  ];
}

/** A dense list of cases. Days are those of each case's consulate. */
export const CaseTable = (o: {
  view: OfficerView;
  caption: string;
  captionHidden?: boolean;
  list: CaseList;
  empty: { title: string; body: string };
}) => (
  <DataTable
    lang={o.view.lang}
    caption={o.caption}
    captionHidden={o.captionHidden ?? false}
    columns={columnsOf(o.view, o.list)}
    rows={o.list.rows}
    empty={
      <EmptyState title={o.empty.title}>
        <p class="govuk-body govuk-!-margin-bottom-0">{o.empty.body}</p>
      </EmptyState>
    }
  />
);
