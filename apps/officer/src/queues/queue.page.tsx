import { caseQueues, type QueueKey, type PageOfQueue } from '#application';
import type { After } from '#platform';
import { moj, Page } from '#web';
import { CaseTable, type CaseList } from '../shared/case-table.view.tsx';
import { ListFilter } from '../shared/list-filter.view.tsx';
import { ListPager, totalOf } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';

export interface QueuePageOptions {
  readonly view: OfficerView;
  readonly queue: QueueKey;
  /** An office's id, or 'all'. */
  readonly office: string;
  readonly ownOffice: string | null;
  readonly found: PageOfQueue;
  readonly after: After | null;
  readonly list: CaseList;
}

const KEYS = Object.keys(caseQueues) as QueueKey[];

function OfficeFilter({ view, queue, office, list, ownOffice }: QueuePageOptions) {
  const { t } = view;
  const choices = [...list.offices.values()].map((o) => ({
    value: o.id,
    text: o.id === ownOffice ? `${o.city} (${t('queues.ownOffice')})` : o.city,
  }));
  const words = { label: t('queues.office'), all: t('queues.allOffices') };
  return (
    <ListFilter
      {...{ view, choices, ...words }}
      action={`/queues/${queue}`}
      name="office"
      value={office}
    />
  );
}

export function QueuePage(o: QueuePageOptions) {
  const { view, queue, office, found, after, list } = o;
  const { t } = view;
  const path = `/queues/${queue}`;
  const title = t(`queues.title.${queue}`);
  return (
    <Page view={view} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <moj.SubNavigation
        label={t('queues.tabs')}
        items={KEYS.map((key) => ({
          text: t(`queues.tab.${key}`),
          href: addressOf(`/queues/${key}`, { office }),
          active: key === queue,
        }))}
      />
      <OfficeFilter {...o} />
      <p class="govuk-body">{totalOf(view, found, 'queues.total')}</p>
      <CaseTable
        view={view}
        caption={title}
        captionHidden
        list={list}
        empty={{ title: t('queues.empty'), body: t('queues.emptyBody') }}
      />
      <ListPager {...{ view, found, after, path }} query={{ office }} />
    </Page>
  );
}
