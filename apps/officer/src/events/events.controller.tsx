import { Database, type After, type ListPage } from '#platform';
import { InboxQueries, isEventId, type DeskEvent, type OpenState } from '#processor';
import { Badge, Asking, DataTable, DateTime, EmptyState, KeyFacts } from '#web';
import { Needs, Page, View, type Column } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { ListPager } from '../shared/list-pager.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { wishOf } from '../shared/paging.ts';
import { inboxWords } from '../words/inbox.ts';
import type { OfficerView } from '../text/index.ts';

@Controller('events')
@Needs('money.read')
export class EventsController {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxQueries,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const wish = wishOf(query, isEventId);
    return this.database.read(ctx, async (tx) => {
      const counts = await this.inbox.counts(tx);
      const seconds = await this.inbox.oldestWaitSeconds(tx);
      const found = await this.inbox.desk(tx, wish);
      return <EventsPage {...{ view, counts, seconds, found }} after={wish.after} />;
    });
  }
}

interface EventsPageOptions {
  readonly view: OfficerView;
  readonly counts: Readonly<Record<OpenState, number>>;
  readonly seconds: number;
  readonly found: ListPage<DeskEvent>;
  /** Where this stretch of the list begins. */
  readonly after: After | null;
}

function columnsOf(view: OfficerView): Column<DeskEvent>[] {
  const { t, lang } = view;
  const why = (problem: string) =>
    t.has(`events.why.${problem}`) ? t.dynamic(`events.why.${problem}`) : problem;
  return [
    { label: t('events.type'), cell: (e) => e.type },
    {
      label: t('events.state'),
      cell: (e) => <Badge tone={inboxWords[e.state].tone}>{t(`states.inbox.${e.state}`)}</Badge>,
    },
    { label: t('events.problem'), cell: (e) => e.problem && why(e.problem) },
    { label: t('events.attempts'), numeric: true, cell: (e) => e.attempts },
    {
      label: t('events.received'),
      cell: (e) => <DateTime at={e.receivedAt} zone="UTC" lang={lang} />,
    },
    { label: t('events.object'), cell: (e) => <LongId id={e.objectId} /> },
    { label: t('events.id'), cell: (e) => <LongId id={e.id} /> },
  ];
}

const STATES = ['received', 'parked', 'failed'] as const satisfies OpenState[];

function EventsPage({ view, counts, seconds, found, after }: EventsPageOptions) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('events.title')} wide>
      <h1 class="govuk-heading-l">{t('events.title')}</h1>
      <p class="govuk-body">{t('events.lead')}</p>
      <h2 class="govuk-heading-m">{t('events.counts')}</h2>
      <KeyFacts
        facts={STATES.map((state) => ({
          label: t(`states.inbox.${state}`),
          value: counts[state],
          note: state === 'received' && seconds > 0 && t('events.wait', { seconds }),
        }))}
      />
      <DataTable
        lang={lang}
        caption={t('events.stuck')}
        columns={columnsOf(view)}
        rows={found.rows}
        empty={
          <EmptyState title={t('events.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('events.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/events" />
    </Page>
  );
}
