import type { DirectionView } from '#bond-escrow';
import { Badge, DataTable, DateTime, EmptyState, Page, Reference } from '#web';
import { AskedAmount } from '../shared/asked-amount.view.tsx';
import { tierReasonText } from '../shared/codes.ts';
import type { OfficerView } from '../text/index.ts';
import type { ProposalList } from './approvals.service.ts';

interface ListOptions {
  readonly view: OfficerView;
  readonly list: ProposalList;
  readonly rows: readonly DirectionView[];
  readonly title: string;
}

function Proposals({ view, list, rows, title }: ListOptions) {
  const { t, lang, account } = view;
  return (
    <DataTable
      lang={lang}
      caption={title}
      rows={rows}
      columns={[
        { label: t('approvals.reference'), cell: (d) => <Reference code={d.reference} /> },
        {
          label: t('approvals.amount'),
          numeric: true,
          cell: (d) => <AskedAmount view={view} amount={d.amount} />,
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
          cell: (d) => (
            <DateTime at={d.proposedAt} zone={list.zones.get(d.consulateId) ?? 'UTC'} lang={lang} />
          ),
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
  );
}

/** What one may decide first; what waits for somebody else apart from it. */
export function ApprovalsPage({ view, list }: { view: OfficerView; list: ProposalList }) {
  const { t, account } = view;
  const decides = account?.permissions.has('bond.approve') ?? false;
  const isEmpty = list.toDecide.length === 0 && (decides || list.others.length === 0);
  return (
    <Page view={view} title={t('approvals.title')} wide>
      <h1 class="govuk-heading-l">{t('approvals.title')}</h1>
      <p class="govuk-body">{t('approvals.lead')}</p>
      {isEmpty && (
        <EmptyState title={t(decides ? 'approvals.noneToDecide' : 'approvals.empty')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('approvals.emptyBody')}</p>
        </EmptyState>
      )}
      {list.toDecide.length > 0 && (
        <Proposals {...{ view, list, rows: list.toDecide }} title={t('approvals.toDecide')} />
      )}
      {list.others.length > 0 && (
        <Proposals {...{ view, list, rows: list.others }} title={t('approvals.others')} />
      )}
    </Page>
  );
}
