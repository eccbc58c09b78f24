import { formatMoney, type Result } from '#kernel';
import { amountOf, type NotYet, type Reversal, type ReversalOutcome } from '#refund';
import type { ReversalStep } from '#refund';
import { DateTime, Form, govuk, Page, Submit } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { ReversalBadge } from './reversals.page.tsx';

export interface ReversalPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly row: Reversal;
  readonly history: readonly ReversalStep[];
  readonly outcomes: Result<readonly ReversalOutcome[], NotYet>;
  readonly names: ReadonlyMap<string, string>;
  readonly notice: unknown;
  /** Where it is a dispute that we know. */
  readonly disputeId: string | null;
}

const nameOf = ({ view, names }: ReversalPageOptions, id: string | null): string =>
  id ? (names.get(id) ?? view.t('queues.nobody')) : view.t('reversals.one.nobodyYet');

function Summary(o: ReversalPageOptions) {
  const { view, row } = o;
  const { t, lang } = view;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('reversals.reference') },
          value: row.reference
            ? { html: <CaseLink view={view} reference={row.reference} /> }
            : { text: t('reversals.noCase') },
        },
        {
          key: { text: t('reversals.state') },
          value: { html: <ReversalBadge view={view} row={row} /> },
        },
        text(t('reversals.kind'), t(`reversals.kinds.${row.kind}`)),
        text(t('reversals.money'), t(`reversals.where.${row.money}`)),
        {
          key: { text: t('reversals.since') },
          value: { html: <DateTime at={row.happenedAt} zone="UTC" lang={lang} /> },
        },
        {
          key: { text: t('reversals.one.object') },
          value: { html: <LongId id={row.processorObject} /> },
        },
        {
          key: { text: t('reversals.one.payment') },
          value: { html: <LongId id={row.processorPaymentId} /> },
        },
        ...(row.outcome
          ? [text(t('reversals.one.outcome'), t(`reversals.outcome.${row.outcome}.name`))]
          : []),
        text(t('reversals.one.proposedBy'), nameOf(o, row.proposedBy)),
        text(t('reversals.one.approvedBy'), nameOf(o, row.approvedBy)),
      ]}
    />
  );
}

/** What this person may do; one button each, with what it causes. */
function Act({ view, staff, row, outcomes }: ReversalPageOptions) {
  const { t } = view;
  const path = `/reversals/${row.id}`;
  if (row.cameBackTo) {
    return <p class="govuk-body">{t(`reversals.one.cameBackTo.${row.cameBackTo}`)}</p>;
  }
  if (!staff.permissions.has('refund.approve')) {
    return <p class="govuk-body">{t('reversals.one.notYours')}</p>;
  }
  if (row.state === 'proposed') {
    return (
      <>
        {row.proposedBy === staff.id ? (
          <p class="govuk-body">{t('reversals.one.anotherApproves')}</p>
        ) : (
          <Form view={view} action={`${path}/approve`}>
            <p class="govuk-body">{t(`reversals.outcome.${row.outcome!}.effect`)}</p>
            <Submit text={t('reversals.one.approve')} />
          </Form>
        )}
        <Form view={view} action={`${path}/decline`}>
          <Submit text={t('reversals.one.decline')} classes="govuk-button--secondary" />
        </Form>
      </>
    );
  }
  if (row.state !== 'open') return <p class="govuk-body">{t('reversals.one.nothing')}</p>;
  if (!outcomes.ok) return <p class="govuk-body">{t(`reversals.refused.${outcomes.code}`)}</p>;
  return (
    <>
      {outcomes.value.map((outcome) => (
        <Form view={view} action={`${path}/propose`}>
          <input type="hidden" name="outcome" value={outcome} />
          <p class="govuk-body">{t(`reversals.outcome.${outcome}.effect`)}</p>
          <Submit text={t(`reversals.outcome.${outcome}.propose`)} />
        </Form>
      ))}
    </>
  );
}

export function ReversalPage(o: ReversalPageOptions) {
  const { view, row } = o;
  const { t, lang } = view;
  const title = t('reversals.one.title', { amount: formatMoney(amountOf(row), lang) });
  return (
    <Page view={view} title={title} back="/reversals" wide>
      <Notice view={view} code={o.notice} group="reversals" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t(`reversals.one.lead.${row.kind}`)}</p>
      {o.disputeId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/disputes/${o.disputeId}`}>
            {t('disputes.fromReversal')}
          </a>
        </p>
      )}
      <Summary {...o} />
      <h2 class="govuk-heading-m">{t('reversals.one.act')}</h2>
      <Act {...o} />
    </Page>
  );
}
