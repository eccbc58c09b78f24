import type { ComponentChildren } from 'preact';
import { shellText } from '../text/texts.ts';
import type { Lang } from '../text/texts.ts';

export type StepState = 'done' | 'current' | 'coming' | 'failed';
export type ShownStep = {
  label: string;
  state: StepState;
  /** When it happened, ready to show: a <Day> or a <DateTime>. */
  when?: ComponentChildren;
  /** The promised day as text, shown while the step is not done. */
  expected?: string;
  /** A line of detail: the bank's trace number, who approved. */
  detail?: ComponentChildren;
};

/** Ordered steps like a parcel's: what is done, where it is now, what is to come and by when. */
export function TrackerSteps(o: { lang: Lang; label: string; steps: readonly ShownStep[] }) {
  const t = shellText(o.lang);
  return (
    <ol class="vb-tracker" aria-label={o.label}>
      {o.steps.map((step) => (
        <li
          class={`vb-tracker__step vb-tracker__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="vb-tracker__mark" aria-hidden="true" />
          <div class="vb-tracker__body">
            <p class="vb-tracker__label">
              {step.label}{' '}
              <span class={`vb-tracker__state vb-tracker__state--${step.state}`}>
                {t(`web.tracker.${step.state}`)}
              </span>
            </p>
            {step.when && <p class="vb-tracker__when">{step.when}</p>}
            {step.expected && step.state !== 'done' && (
              <p class="vb-tracker__when">{t('web.tracker.expected', { when: step.expected })}</p>
            )}
            {step.detail && <div class="vb-tracker__detail">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
