import type { Instant, Zone } from '#kernel';
import { Badge, DataTable, DateTime, EmptyState, Page, type Tone } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import type { OfficerView } from '../text/index.ts';

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly consulateId: string;
  readonly sentAt: Instant | null;
  readonly proposedBy: string | null;
}

type Group = 'evidence' | 'stays';

function Look(o: {
  readonly view: OfficerView;
  readonly group: Group;
  readonly path: string;
  readonly of: Row;
}) {
  const { t } = o.view;
  const { id, reference } = o.of;
  return (
    <a class="govuk-link" href={`${o.path}/${id}`}>
      <span aria-hidden="true">{t('checked.look')}</span>
      <span class="govuk-visually-hidden">{t(`${o.group}.lookAt`, { reference })}</span>
    </a>
  );
}

/** What waits for an officer or for a second one, as its part of the site says it. */
export function CheckedListPage<R extends Row>(o: {
  readonly view: OfficerView;
  readonly group: Group;
  readonly path: string;
  readonly list: {
    readonly rows: readonly R[];
    readonly names: ReadonlyMap<string, string>;
    readonly zones: ReadonlyMap<string, Zone>;
  };
  readonly kindOf: (row: R) => string;
  readonly dayOf: (row: R) => string;
  readonly badgeOf: (row: R) => { readonly tone: Tone; readonly text: string };
}) {
  const { view, group, path, list } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t(`${group}.title`)} wide>
      <h1 class="govuk-heading-l">{t(`${group}.title`)}</h1>
      <p class="govuk-body">{t(`${group}.lead`)}</p>
      <DataTable
        lang={lang}
        caption={t(`${group}.waiting`)}
        captionHidden
        rows={list.rows}
        columns={[
          {
            label: t('checked.reference'),
            cell: (row) => <CaseLink view={view} reference={row.reference} />,
          },
          { label: t(`${group}.kind`), cell: o.kindOf },
          { label: t(`${group}.day`), cell: o.dayOf },
          {
            label: t('checked.since'),
            cell: ({ sentAt, consulateId }) =>
              sentAt && (
                <DateTime at={sentAt} zone={list.zones.get(consulateId) ?? 'UTC'} lang={lang} />
              ),
          },
          {
            label: t('checked.state'),
            cell: (row) => (
              <>
                <Badge tone={o.badgeOf(row).tone}>{o.badgeOf(row).text}</Badge>{' '}
                {row.proposedBy && list.names.get(row.proposedBy)}
              </>
            ),
          },
          { label: t('checked.look'), cell: (row) => <Look {...{ view, group, path }} of={row} /> },
        ]}
        empty={
          <EmptyState title={t(`${group}.empty`)}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t(`${group}.emptyBody`)}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
