import { Badge, DataTable, DateTime, EmptyState, MoneyFigure, Page, Reference } from '#web';
import { tierReasonText } from '../shared/codes.ts';
import type { OfficerView } from '../text/index.ts';
import type { ProposalList } from './approvals.service.ts';

export function ApprovalsPage({ view, list }: { view: OfficerView; list: ProposalList }) {
  const { t, lang, account } = view;
  return (
    <Page view={view} title={t('approvals.title')} wide>
      <h1 class="govuk-heading-l">{t('approvals.title')}</h1>
      <p class="govuk-body">{t('approvals.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('approvals.title')}
        captionHidden
        rows={list.rows}
        empty={
          <EmptyState title={t('approvals.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('approvals.emptyBody')}</p>
          </EmptyState>
        }
        columns={[
          { label: t('approvals.reference'), cell: (d) => <Reference code={d.reference} /> },
          {
            label: t('approvals.amount'),
            numeric: true,
            cell: (d) => <MoneyFigure money={d.amount} lang={lang} />,
          },
          { label: t('approvals.reason'), cell: (d) => tierReasonText(view, d.reasonCode) },
          {
            label: t('approvals.by'),
            cell: (d) => (
              <>
                {list.names.get(d.proposedBy)}{' '}
                {d.proposedBy === account?.id && <Badge tone="wait">{t('approvals.own')}</Badge>}
              </>
            ),
          },
          {
            label: t('approvals.since'),
            cell: (d) => <DateTime at={d.proposedAt} zone="UTC" lang={lang} />,
          },
          {
            label: t('approvals.look'),
            cell: (d) => (
              <a class="govuk-link" href={`/approvals/${d.id}`}>
                <span aria-hidden="true">{t('approvals.look')}</span>
                <span class="govuk-visually-hidden">
                  {t('approvals.lookAt', { reference: d.reference })}
                </span>
              </a>
            ),
          },
        ]}
      />
    </Page>
  );
}
