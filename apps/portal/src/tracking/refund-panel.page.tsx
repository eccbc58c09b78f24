import { formatDay, formatMoment, formatMoney, dayIn } from '#kernel';
import type { TrackedWay, TrackerStepState } from '#refund';
import { DateTime, TrackerSteps, type StepState } from '#web';
import { AccountPanel } from '../refund-account/account-panel.page.tsx';
import type { PortalView } from '../text/index.ts';

const STATES: Record<TrackerStepState, StepState> = {
  done: 'done',
  current: 'current',
  to_come: 'coming',
  problem: 'failed',
};

/** A refund like a parcel: where it is, when it was promised and when it really came. */
export function RefundPanel(o: {
  view: PortalView;
  refund: TrackedWay;
  reference: string;
  zone: string;
  title: string;
  isSurplus?: boolean;
}) {
  const { view, refund, zone } = o;
  const { t, lang } = view;
  const promised = formatDay(refund.promisedBy, lang);
  const { returnedOn, traceNumber } = refund;
  return (
    <section aria-label={o.title}>
      <h2 class="govuk-heading-m">{o.title}</h2>
      <p class="govuk-body">
        {t('tracking.refund.amount', { amount: formatMoney(refund.amount, lang) })}{' '}
        {t('tracking.refund.promised', { when: promised })}{' '}
        {returnedOn && t('tracking.refund.real', { when: formatDay(returnedOn, lang) })}
      </p>
      {refund.leavesAt && (
        <p class="govuk-body">
          {t('tracking.refund.held', { when: formatMoment(refund.leavesAt, zone, lang) })}
        </p>
      )}
      {refund.isLate && <p class="govuk-body">{t('tracking.refund.late')}</p>}
      <TrackerSteps
        lang={lang}
        label={o.title}
        steps={refund.steps.map(({ step, state, at }) => ({
          label:
            step === 'cancelled' && o.isSurplus
              ? t('tracking.refund.stepSurplus')
              : step === 'sent' && refund.route === 'bank'
                ? t('tracking.refund.sentByBank')
                : t(`tracking.refund.step.${step}`),
          state: STATES[state],
          when: at ? <DateTime at={at} zone={zone} lang={lang} /> : undefined,
          expected: step === 'returned' ? promised : undefined,
          detail:
            step === 'at_bank' && traceNumber
              ? t('tracking.refund.trace', { number: traceNumber })
              : undefined,
        }))}
      />
      {!returnedOn && <AccountPanel {...{ view, refund, zone, reference: o.reference }} />}
      {refund.failures.map(({ at }) => (
        <p class="govuk-body">
          {t('tracking.refund.failed', { when: formatDay(dayIn(at, zone), lang) })}
        </p>
      ))}
    </section>
  );
}
