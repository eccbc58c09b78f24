import { Database } from '#platform';
import { CurrentAccount, DataTable, DateTime, EmptyState, Needs, Page, View } from '#web';
import type { Column } from '#web';
import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { staffCtx, type Staff } from '../accounts-for-web.ts';
import type { OfficerView } from '../text/index.ts';
import { UnfinishedQueries, type Unfinished } from './unfinished.queries.ts';

/** The worker counts no further. */
const COUNT_MAX = 1000;

@Controller('unfinished')
@Needs('money.read')
export class UnfinishedController {
  constructor(
    private readonly database: Database,
    private readonly unfinished: UnfinishedQueries,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
  ) {
    const rows = await this.database.read(staffCtx(staff, request.id), (tx) =>
      this.unfinished.list(tx),
    );
    return <UnfinishedPage view={view} rows={rows} />;
  }
}

function columnsOf(view: OfficerView): Column<Unfinished>[] {
  const { t, lang } = view;
  const count = (n: number | null) =>
    n !== null && n >= COUNT_MAX ? t('unfinished.orMore', { max: n }) : n;
  return [
    { label: t('unfinished.what'), cell: (u) => t(`unfinished.kinds.${u.kind}.name`) },
    { label: t('unfinished.many'), numeric: true, cell: (u) => count(u.waiting) },
    {
      label: t('unfinished.since'),
      cell: (u) => <DateTime at={u.since} zone="UTC" lang={lang} />,
    },
    { label: t('unfinished.todo'), cell: (u) => t(`unfinished.kinds.${u.kind}.todo`) },
  ];
}

function UnfinishedPage({ view, rows }: { view: OfficerView; rows: readonly Unfinished[] }) {
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
