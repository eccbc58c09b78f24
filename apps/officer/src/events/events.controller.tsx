import { Database } from '#platform';
import { InboxQueries, type DeskEvent, type OpenState } from '#processor';
import { Badge, Asking, DataTable, DateTime, EmptyState, KeyFacts } from '#web';
import { Needs, Page, Pager, View, type Column } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { LongId } from '../shared/long-id.view.tsx';
import { addressOf, pageOf } from '../shared/paging.ts';
import { inboxWords } from '../words/inbox.ts';
import type { OfficerView } from '../text/index.ts';

const PAGE_ROWS = 50;

@Controller('events')
@Needs('money.read')
export class EventsController {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxQueries,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Query('page') asked: unknown) {
    const page = pageOf(asked);
    return this.database.read(ctx, async (tx) => {
      const counts = await this.inbox.counts(tx);
      const seconds = await this.inbox.oldestWaitSeconds(tx);
      const rows = await this.inbox.desk(tx, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
      return <EventsPage {...{ view, page, counts, seconds, rows }} />;
    });
  }
}

interface EventsPageOptions {
  readonly view: OfficerView;
  readonly page: number;
  readonly counts: Readonly<Record<OpenState, number>>;
  readonly seconds: number;
  readonly rows: readonly DeskEvent[];
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

function EventsPage({ view, page, counts, seconds, rows }: EventsPageOptions) {
  const { t, lang } = view;
  const stuck = counts.parked + counts.failed;
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
        rows={rows}
        empty={
          <EmptyState title={t('events.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('events.emptyBody')}</p>
          </EmptyState>
        }
      />
      <Pager
        {...{ lang, page }}
        pages={Math.max(1, Math.ceil(stuck / PAGE_ROWS))}
        href={(to) => addressOf('/events', { page: to })}
      />
    </Page>
  );
}
