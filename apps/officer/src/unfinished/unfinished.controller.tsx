import type { looksUnfinished } from '#bond-escrow';
import type { mailUnfinished } from '#notification';
import { Database, UNFINISHED_MAX, UnfinishedWork, type Unfinished } from '#platform';
import type { eventsUnfinished } from '#processor';
import { Asking, DataTable, DateTime, EmptyState, Needs, Page, View } from '#web';
import type { Column } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';

/** What the worker writes down. */
type Row = Unfinished<
  keyof (typeof eventsUnfinished & typeof mailUnfinished & typeof looksUnfinished)
>;

@Controller('unfinished')
@Needs('money.read')
export class UnfinishedController {
  constructor(
    private readonly database: Database,
    private readonly work: UnfinishedWork,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const rows: Row[] = await this.database.read(ctx, (tx) => this.work.list(tx));
    return <UnfinishedPage view={view} rows={rows} />;
  }
}

function columnsOf(view: OfficerView): Column<Row>[] {
  const { t, lang } = view;
  const count = (n: number | null) =>
    n !== null && n >= UNFINISHED_MAX ? t('unfinished.orMore', { max: n }) : n;
  return [
    { label: t('unfinished.what'), cell: (u) => t(`unfinished.kinds.${u.kind}.name`) },
    { label: t('unfinished.many'), numeric: true, cell: (u) => count(u.waiting) },
    {
      label: t('unfinished.since'),
      cell: (u) => <DateTime at={u.since} zone="UTC" lang={lang} />,
    },
    { label: t('unfinished.remedy'), cell: (u) => t(`unfinished.kinds.${u.kind}.remedy`) },
  ];
}

function UnfinishedPage({ view, rows }: { view: OfficerView; rows: readonly Row[] }) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('unfinished.title')} wide>
      <h1 class="govuk-heading-l">{t('unfinished.title')}</h1>
      <p class="govuk-body">{t('unfinished.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('unfinished.title')}
        captionHidden
        columns={columnsOf(view)}
        rows={rows}
        empty={
          <EmptyState title={t('unfinished.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('unfinished.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
