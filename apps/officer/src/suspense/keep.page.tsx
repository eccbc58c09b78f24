import { dayIn, formatDay, type PlainDate } from '#kernel';
import { keepReasons, type KeepReason } from '#refund';
import { dateAnswers, DateField, exampleDay, fieldErrors, Form, RadioField, Submit } from '#web';
import type { Answers, FieldError } from '#web';
import { keepEffects } from './effects.ts';
import { ConfirmStep, StepPage, type StepProps } from './step.page.tsx';

const actionOf = ({ content }: StepProps) => `/suspense/${content.item.receivedPaymentId}/keep`;

/** Why it stays, and until when. */
export function KeepPage(
  o: StepProps & { readonly values: Answers; readonly errors?: readonly FieldError[] },
) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <StepPage {...{ view, content, errors }} title={t('suspenseSteps.keep.title')}>
      <Form view={view} action={actionOf(o)}>
        <RadioField
          {...props}
          name="reason"
          label={t('suspenseSteps.keep.reason')}
          choices={keepReasons.map((value) => ({ value, text: t(`states.keep.${value}`) }))}
        />
        <DateField
          {...props}
          name="until"
          label={t('suspenseSteps.keep.until')}
          example={exampleDay(dayIn(content.now, 'UTC'), { months: 1 })}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </StepPage>
  );
}

/** The choice once more, and all that it will cause. */
export function ConfirmKeepPage(
  o: StepProps & { readonly reason: KeepReason; readonly until: PlainDate },
) {
  const { view, content, reason, until } = o;
  const { t, lang } = view;
  return (
    <ConfirmStep
      {...{ view, content }}
      title={t('suspenseSteps.keep.confirm')}
      facts={[
        { key: t('suspenseSteps.keep.reason'), value: t(`states.keep.${reason}`) },
        { key: t('suspenseSteps.keep.untilFact'), value: formatDay(until, lang) },
      ]}
      effects={keepEffects(view, { amount: content.item.held, until })}
      action={actionOf(o)}
      chosen={{ reason, ...filled(dateAnswers('until', until)) }}
      button={t('suspenseSteps.keep.button')}
      canChange
    />
  );
}

const filled = (answers: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, value ?? '']));
