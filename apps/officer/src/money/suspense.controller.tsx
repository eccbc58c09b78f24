import { BondDeskQueries, type SuspenseRow } from '#bond-escrow';
import { isZero } from '#kernel';
import { Database, type After, type ListPage } from '#platform';
import { Asking, DataTable, DateTime, EmptyState, MoneyFigure } from '#web';
import { Needs, Page, View, type Column } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';

@Controller('suspense')
@Needs('money.read')
export class SuspenseController {
  constructor(
    private readonly database: Database,
    private readonly desk: BondDeskQueries,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const wish = wishOf(query);
    const found = await this.database.read(ctx, (tx) => this.desk.suspense(tx, wish));
    return <SuspensePage {...{ view, found }} after={wish.after} />;
  }
}

function columnsOf(view: OfficerView): Column<SuspenseRow>[] {
  const { t, lang } = view;
  return [
    {
      label: t('suspense.amount'),
      numeric: true,
      cell: (s) => <MoneyFigure money={s.held} lang={lang} />,
    },
    {
      label: t('suspense.reserved'),
      numeric: true,
      cell: (s) => !isZero(s.reserved) && <MoneyFigure money={s.reserved} lang={lang} />,
    },
    {
      label: t('suspense.since'),
      cell: (s) => <DateTime at={s.since} zone="UTC" lang={lang} />,
    },
    {
      label: t('suspense.why'),
      cell: (s) => t(`suspense.reasons.${s.why}`),
    },
    {
      label: t('suspense.reference'),
      cell: (s) =>
        s.reference ? <CaseLink view={view} reference={s.reference} /> : t('suspense.none'),
    },
    { label: t('suspense.payment'), cell: (s) => <LongId id={s.processorPaymentId} /> },
  ];
}

interface SuspensePageOptions {
  readonly view: OfficerView;
  readonly found: ListPage<SuspenseRow>;
  /** Where this stretch of the list begins. */
  readonly after: After | null;
}

function SuspensePage({ view, found, after }: SuspensePageOptions) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('suspense.title')} wide>
      <h1 class="govuk-heading-l">{t('suspense.title')}</h1>
      <p class="govuk-body">{t('suspense.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('suspense.title')}
        captionHidden
        columns={columnsOf(view)}
        rows={found.rows}
        empty={
          <EmptyState title={t('suspense.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('suspense.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/suspense" />
    </Page>
  );
}
