import { DataTable, DateTime, EmptyState, Form, govuk, MoneyFigure, Page, Submit } from '#web';
import { formatMoney } from '#kernel';
import type { Staff } from '../accounts-for-web.service.ts';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { TransfersContent } from './transfer-desk.service.ts';
import { SendReport } from './send-report.view.tsx';

interface TransfersPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: TransfersContent;
  readonly query: Readonly<Record<string, unknown>>;
}

function ToDecide({ view, content }: TransfersPageOptions) {
  const { t, lang } = view;
  return (
    <DataTable
      lang={lang}
      caption={t('transfers.list.toDecide')}
      rows={content.toDecide}
      empty={<EmptyState title={t('transfers.list.nothingToDecide')} />}
      columns={[
        {
          label: t('refunds.reference'),
          cell: (r) => (
            <a class="govuk-link" href={`/refunds/${r.refundId}/account`}>
              {r.reference}
            </a>
          ),
        },
        { label: t('transfers.account.state'), cell: (r) => t(`transfers.state.${r.state}`) },
        {
          label: t('refunds.amount'),
          numeric: true,
          cell: (r) => <MoneyFigure money={r.amount} lang={lang} />,
        },
        {
          label: t('transfers.account.usableFrom'),
          cell: (r) => <DateTime at={r.usableFrom} zone="UTC" lang={lang} />,
        },
      ]}
    />
  );
}

/** What waits for the bank, each currency in a file of its own. */
function Waiting({ view, staff, content }: TransfersPageOptions) {
  const { t, lang } = view;
  const may = staff.permissions.has('refund.approve');
  return (
    <>
      <h2 class="govuk-heading-m">{t('transfers.list.waiting')}</h2>
      {!content.isSetUp && <govuk.InsetText text={t('transfers.refused.not_set_up')} />}
      {content.waiting.length === 0 && <p class="govuk-body">{t('transfers.list.nothingWaits')}</p>}
      {content.waiting.map(({ total, payments }) => (
        <Form view={view} action="/transfers/files">
          <p class="govuk-body">
            {t('transfers.list.sum', { count: payments, amount: formatMoney(total, lang) })}
          </p>
          <input type="hidden" name="currency" value={total.currency} />
          {may && content.isSetUp && (
            <Submit text={t('transfers.list.make', { currency: total.currency })} />
          )}
        </Form>
      ))}
    </>
  );
}

function Files({ view, staff, content }: TransfersPageOptions) {
  const { t, lang } = view;
  if (content.files.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      caption={t('transfers.list.files')}
      rows={content.files}
      columns={[
        {
          label: t('transfers.list.made'),
          cell: (f) => <DateTime at={f.madeAt} zone="UTC" lang={lang} />,
        },
        { label: t('transfers.list.by'), cell: (f) => content.names.get(f.madeBy) },
        { label: t('transfers.list.payments'), numeric: true, cell: (f) => f.payments },
        {
          label: t('refunds.amount'),
          numeric: true,
          cell: (f) => <MoneyFigure money={f.total} lang={lang} />,
        },
        { label: t('transfers.list.open'), numeric: true, cell: (f) => f.open },
        { label: t('transfers.list.failed'), numeric: true, cell: (f) => f.failed },
        {
          label: t('transfers.list.file'),
          cell: (f) =>
            staff.permissions.has('refund.approve') && (
              <a class="govuk-link" href={content.linkOf(f.id)}>
                {t('transfers.list.download')}
                <span class="govuk-visually-hidden"> {f.id.slice(-8)}</span>
              </a>
            ),
        },
      ]}
    />
  );
}

function Reports({ view, content }: TransfersPageOptions) {
  const { t, lang } = view;
  if (content.reports.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      caption={t('transfers.list.reports')}
      rows={content.reports}
      columns={[
        {
          label: t('transfers.list.kind'),
          cell: (r) => (
            <a class="govuk-link" href={`/transfers/reports/${r.id}`}>
              {r.kind}
              <span class="govuk-visually-hidden"> {r.id.slice(-8)}</span>
            </a>
          ),
        },
        {
          label: t('transfers.list.sent'),
          cell: (r) => <DateTime at={r.sentAt} zone="UTC" lang={lang} />,
        },
        { label: t('transfers.list.by'), cell: (r) => content.names.get(r.sentBy) },
        { label: t('transfers.report.entries'), numeric: true, cell: (r) => r.entries },
        { label: t('transfers.list.applied'), numeric: true, cell: (r) => r.applied },
        { label: t('transfers.list.refused'), numeric: true, cell: (r) => r.refused },
      ]}
    />
  );
}

/** Accounts to decide on, payments for the bank, and what the bank says of them. */
export function TransfersPage(o: TransfersPageOptions) {
  const { view, staff, query } = o;
  const title = view.t('transfers.list.title');
  return (
    <Page view={view} title={title} back="/refunds" wide>
      <Notice view={view} code={query.notice} group="transfers" />
      <h1 class="govuk-heading-l">{title}</h1>
      <ToDecide {...o} />
      <Waiting {...o} />
      <Files {...o} />
      {staff.permissions.has('refund.approve') && <SendReport {...{ view, query }} />}
      <Reports {...o} />
    </Page>
  );
}
