import { NEWEST_MOVEMENTS_MAX, type MovementLine } from '#travel';
import { DataTable, DateTime, EmptyState, moj, Page, Pager, type Column } from '#web';
import { LongId } from '../shared/long-id.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { MovementStanding } from './movement.view.tsx';

export const MOVEMENT_LISTS = ['unmatched', 'set_aside', 'unfinished', 'recent'] as const;
export type MovementList = (typeof MOVEMENT_LISTS)[number];
export const isMovementList = (text: unknown): text is MovementList =>
  (MOVEMENT_LISTS as readonly unknown[]).includes(text);
export const MOVEMENT_PAGE_ROWS = 50;

export interface MovementsPageOptions {
  readonly view: OfficerView;
  readonly list: MovementList;
  readonly page: number;
  readonly rows: readonly MovementLine[];
  /** Not counted for the newest. */
  readonly total?: number;
}

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
    { label: t('movements.source'), cell: (m) => m.clientName },
    { label: t('movements.record'), cell: (m) => <LongId id={m.recordId} /> },
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

export function MovementsPage({ view, list, page, rows, total }: MovementsPageOptions) {
  const { t, lang } = view;
  const address = (show: MovementList, to = 1) => addressOf('/movements', { show, page: to });
  return (
    <Page view={view} title={t('movements.title')} wide>
      <h1 class="govuk-heading-l">{t('movements.title')}</h1>
      <p class="govuk-body">{t('movements.lead')}</p>
      <moj.SubNavigation
        label={t('movements.show')}
        items={MOVEMENT_LISTS.map((key) => ({
          text: t(`movements.${key}`),
          href: address(key),
          active: key === list,
        }))}
      />
      <p class="govuk-body">
        {total === undefined
          ? t('movements.newest', { count: NEWEST_MOVEMENTS_MAX })
          : t('movements.total', { count: total })}
      </p>
      <DataTable
        lang={lang}
        caption={t(`movements.${list}`)}
        captionHidden
        columns={columnsOf(view)}
        rows={rows}
        empty={
          <EmptyState title={t('movements.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('movements.emptyBody')}</p>
          </EmptyState>
        }
      />
      <Pager
        {...{ lang, page }}
        pages={Math.max(1, Math.ceil((total ?? 0) / MOVEMENT_PAGE_ROWS))}
        href={(to) => address(list, to)}
      />
    </Page>
  );
}
