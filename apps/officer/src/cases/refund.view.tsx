import { formatDay, formatMoment, type Zone } from '#kernel';
import type { RefundTracker, TrackerStepState } from '#refund';
import { Badge, DateTime, Day, MoneyFigure, TrackerSteps, type StepState } from '#web';
import { failureText, ruleText } from '../shared/codes.ts';
import type { OfficerView } from '../text/index.ts';

const STEP: Record<TrackerStepState, StepState> = {
  done: 'done',
  current: 'current',
  to_come: 'coming',
  problem: 'failed',
};

export interface RefundPanelOptions {
  readonly view: OfficerView;
  readonly tracker: RefundTracker;
  readonly zone: Zone;
  /** Money beyond the bond. */
  readonly surplus?: boolean;
}

/** Where the money is on its way back, with the promise (R26). */
export function RefundPanel({ view, tracker, zone, surplus }: RefundPanelOptions) {
  const { t, lang } = view;
  const title = t(surplus ? 'cases.refund.surplus' : 'cases.refund.title');
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">
        <MoneyFigure money={tracker.amount} lang={lang} />
        {' · '}
        {t.dynamic('web.labelled', { label: t('cases.refund.rule') })}{' '}
        {ruleText(view, tracker.rule)}
        {' · '}
        {t('cases.refund.promised')} <Day day={tracker.promisedBy} lang={lang} />{' '}
        {tracker.isLate && <Badge tone="bad">{t('cases.refund.late')}</Badge>}
      </p>
      {tracker.leavesAt && (
        <p class="govuk-body">
          {t('cases.refund.held', { when: formatMoment(tracker.leavesAt, zone, lang) })}
        </p>
      )}
      {tracker.failures.map((failure) => (
        <p class="govuk-body">
          <Badge tone="bad">
            {t('cases.refund.failure', {
              reason: failure.reason
                ? failureText(view, failure.reason)
                : t('cases.refund.unknown'),
            })}
          </Badge>{' '}
          <DateTime at={failure.at} zone={zone} lang={lang} />
        </p>
      ))}
      <TrackerSteps
        lang={lang}
        label={t('cases.refund.steps')}
        steps={tracker.steps.map((s) => ({
          label: t(`cases.refund.${s.step}`),
          state: STEP[s.state],
          when: s.at && <DateTime at={s.at} zone={zone} lang={lang} />,
          ...(s.step === 'returned' && { expected: formatDay(tracker.promisedBy, lang) }),
          ...(s.step === 'at_bank' &&
            tracker.traceNumber && {
              detail: t('cases.refund.trace', { number: tracker.traceNumber }),
            }),
        }))}
      />
    </>
  );
}
