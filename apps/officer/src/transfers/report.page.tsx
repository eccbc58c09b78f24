import { formatMoney } from '#kernel';
import type { EntryOutcome } from '#refund';
import { Badge, DataTable, DateTime, govuk, MoneyFigure, Page, type Tone } from '#web';
import { Notice } from '../shared/notice.view.tsx';
import type { ReportContent } from './transfer-desk.service.ts';
import type { OfficerView } from '../text/index.ts';

interface ReportPageOptions {
  readonly view: OfficerView;
  readonly content: ReportContent;
  readonly notice: unknown;
}

const toneOf = (outcome: EntryOutcome | null): Tone =>
  outcome === null ? 'wait' : outcome === 'applied' || outcome === 'known' ? 'good' : 'bad';

function Entries({ view, content }: ReportPageOptions) {
  const { t, lang } = view;
  return (
    <DataTable
      lang={lang}
      caption={t('transfers.report.entries')}
      rows={content.entries}
      columns={[
        { label: t('transfers.report.nr'), numeric: true, cell: (e) => e.nr },
        { label: t('transfers.report.says'), cell: (e) => t(`transfers.says.${e.says}`) },
        {
          label: t('transfers.report.outcome'),
          cell: (e) => (
            <Badge tone={toneOf(e.outcome)}>{t(`transfers.outcome.${e.outcome ?? 'open'}`)}</Badge>
          ),
        },
        {
          label: t('refunds.amount'),
          numeric: true,
          cell: (e) => e.amount && <MoneyFigure money={e.amount} lang={lang} />,
        },
        {
          label: t('transfers.report.payment'),
          cell: (e) =>
            e.refundId ? (
              <a class="govuk-link" href={`/refunds/${e.refundId}`}>
                {e.reference ?? t('refunds.noCase')}
              </a>
            ) : (
              e.endToEndId
            ),
        },
        { label: t('transfers.report.reason'), cell: (e) => e.reasonCode },
      ]}
    />
  );
}

/** What the bank said in one file, payment by payment, and what became of it. */
export function ReportPage(o: ReportPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { report, names } = content;
  const title = t('transfers.report.title', { kind: report.kind });
  const refused = content.entries.filter((e) => toneOf(e.outcome) === 'bad');
  return (
    <Page view={view} title={title} back="/transfers" wide>
      <Notice view={view} code={o.notice} group="transfers" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {t('transfers.report.sent', { name: names.get(report.sentBy) ?? t('queues.nobody') })}{' '}
        <DateTime at={report.sentAt} zone="UTC" lang={lang} />.{' '}
        {t('transfers.report.counts', {
          ...{ entries: report.entries, applied: report.applied, refused: report.refused },
        })}
      </p>
      {refused.length > 0 && (
        <govuk.InsetText
          text={t('transfers.report.look', {
            amounts: refused
              .slice(0, 5)
              .map((e) => (e.amount ? formatMoney(e.amount, lang) : `n° ${e.nr}`))
              .join(', '),
          })}
        />
      )}
      <Entries {...o} />
    </Page>
  );
}
