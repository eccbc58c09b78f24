import type { Standstill } from '#breach';
import { formatMoment, formatMoney, type Instant } from '#kernel';
import { isUnsent, mayAsk, type DisbursementView, type Freeze, type RefundLine } from '#refund';
import { DataTable, DateTime, Day, Form, govuk, Page, Submit } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { failureText, pendingText, ruleText } from '../shared/codes.ts';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { StandstillNotes } from '../shared/standstill.view.tsx';
import { AccountSection, AskForAccount, type AccountContent } from './account.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { DisbursementBadge, DaysBadge } from './refunds.page.tsx';

export interface RefundPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: {
    readonly refund: RefundLine;
    readonly disbursements: readonly DisbursementView[];
  } & AccountContent;
  readonly names: ReadonlyMap<string, string>;
  readonly notice: unknown;
  /** What keeps it from leaving; null when nothing does. */
  readonly stoppedBy: Freeze | null;
  /** Why the bond or its refund waits. */
  readonly standstills: readonly Standstill[];
  readonly now: Instant;
}

const rowOf = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

function Summary({ view, content, standstills, now }: RefundPageOptions) {
  const { t, lang } = view;
  const { refund } = content;
  const days = <DaysBadge view={view} line={refund} now={now} />;
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('refunds.reference') },
          value: refund.reference
            ? { html: <CaseLink view={view} reference={refund.reference} /> }
            : { text: t('refunds.noCase') },
        },
        {
          key: { text: t('refunds.state') },
          value: { html: <DisbursementBadge view={view} line={refund} /> },
        },
        ...(refund.state === 'due' && refund.attempt === 1 && refund.waitsBecause
          ? [rowOf(t('refunds.waits'), t(`states.waits.${refund.waitsBecause}`))]
          : []),
        standstills.length > 0 && {
          key: { text: t('bonds.waits') },
          value: {
            html: <StandstillNotes view={view} standstills={standstills} zone={refund.zone} />,
          },
        },
        ...(refund.state === 'approved' && refund.leavesAt
          ? [rowOf(t('refunds.leavesAt'), formatMoment(refund.leavesAt, refund.zone, lang))]
          : []),
        { key: { text: t('refunds.rule') }, value: { text: ruleText(view, refund.rule) } },
        {
          key: { text: t('refunds.promised') },
          value: {
            html: (
              <>
                <Day day={refund.promisedBy} lang={lang} /> {days}
              </>
            ),
          },
        },
        {
          key: { text: t('refunds.returned') },
          value: refund.returnedOn
            ? { html: <Day day={refund.returnedOn} lang={lang} /> }
            : { text: t('refunds.notYet') },
        },
      ]}
    />
  );
}

function approver({ view, names }: RefundPageOptions, a: DisbursementView): string {
  const { t } = view;
  if (a.approvedBy) return names.get(a.approvedBy) ?? t('queues.nobody');
  return a.state === 'due' ? t('refunds.notYet') : t('refunds.one.byRule');
}

function Disbursements(o: RefundPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const last = (a: DisbursementView) => a.history.at(-1);
  return (
    <DataTable
      lang={lang}
      caption={t('refunds.one.disbursements')}
      rows={content.disbursements}
      columns={[
        {
          label: t('refunds.number'),
          cell: (a) => a.attempt,
        },
        {
          label: t('refunds.state'),
          cell: (a) => (
            <>
              <DisbursementBadge view={view} line={a} />{' '}
              {last(a) && <DateTime at={last(a)!.at} zone="UTC" lang={lang} />}
            </>
          ),
        },
        { label: t('refunds.one.approvedBy'), cell: (a) => approver(o, a) },
        {
          label: t('refunds.one.processorRefund'),
          cell: (a) => <LongId id={a.processorRefundId} />,
        },
        { label: t('refunds.one.trace'), cell: (a) => a.traceNumber },
        {
          label: t('refunds.one.failure'),
          cell: (a) =>
            a.failureReason
              ? failureText(view, a.failureReason)
              : a.state === 'pending' && a.pendingReason && pendingText(view, a.pendingReason),
        },
      ]}
    />
  );
}

function Act({ view, staff, content, stoppedBy }: RefundPageOptions) {
  const { t, lang } = view;
  const { refund } = content;
  const may = staff.permissions.has('refund.approve');
  const which = refund.attempt === 1 ? 'approveFirst' : 'approve';
  const path = `/refunds/${refund.refundId}`;
  const amount = formatMoney(refund.amount, lang);
  return (
    <>
      <h2 class="govuk-heading-m">{t('refunds.one.act')}</h2>
      {stoppedBy && isUnsent(refund.state) && (
        <govuk.WarningText text={t(`refunds.stopped.${stoppedBy}`)} />
      )}
      {may && refund.state === 'due' && !stoppedBy && (
        <Form view={view} action={`${path}/approve`}>
          <p class="govuk-body">{t(`refunds.one.${which}Effect`, { amount })}</p>
          <Submit text={t(`refunds.one.${which}`)} />
        </Form>
      )}
      {may && mayAsk(refund) && (
        <Form view={view} action={`${path}/ask`}>
          <p class="govuk-body">{t('refunds.one.askEffect')}</p>
          <Submit text={t('refunds.one.ask')} classes="govuk-button--secondary" />
        </Form>
      )}
      {may && <AskForAccount {...{ view, content, path }} />}
      {!stoppedBy && !(may && (refund.state === 'due' || mayAsk(refund))) && (
        <p class="govuk-body">{t('refunds.one.nothing')}</p>
      )}
    </>
  );
}

export function RefundPage(o: RefundPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const title = t('refunds.one.title', { amount: formatMoney(content.refund.amount, lang) });
  return (
    <Page view={view} title={title} back="/refunds" wide>
      <Notice view={view} code={o.notice} group="refunds" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <Disbursements {...o} />
      <AccountSection
        {...{ view, content }}
        mayDecide={o.staff.permissions.has('refund.approve')}
      />
      <Act {...o} />
    </Page>
  );
}
