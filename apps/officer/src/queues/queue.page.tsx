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
  /** A consulate's id, or 'all'. */
  readonly consulate: string;
  readonly ownConsulate: string | null;
  readonly found: PageOfQueue;
  readonly after: After | null;
  readonly list: CaseList;
}

const KEYS = Object.keys(caseQueues) as QueueKey[];

function ConsulateFilter({ view, queue, consulate, list, ownConsulate }: QueuePageOptions) {
  const { t } = view;
  const choices = [...list.consulates.values()].map((o) => ({
    value: o.id,
    text: o.id === ownConsulate ? `${o.city} (${t('queues.ownConsulate')})` : o.city,
  }));
  const words = { label: t('queues.consulate'), all: t('queues.allConsulates') };
  return (
    <ListFilter
      {...{ view, choices, ...words }}
      action={`/queues/${queue}`}
      name="consulate"
      value={consulate}
    />
  );
}

export function QueuePage(o: QueuePageOptions) {
  const { view, queue, consulate, found, after, list } = o;
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
          href: addressOf(`/queues/${key}`, { consulate }),
          active: key === queue,
        }))}
      />
      <ConsulateFilter {...o} />
      <p class="govuk-body">{totalOf(view, found, 'queues.total')}</p>
      <CaseTable
        view={view}
        caption={title}
        captionHidden
        list={list}
        empty={{ title: t('queues.empty'), body: t('queues.emptyBody') }}
      />
      <ListPager {...{ view, found, after, path }} query={{ consulate }} />
    </Page>
  );
}
