import { formatMoney } from '#kernel';
import type { MatchWithBond } from '#refund';
import { fieldErrors, Form, Submit, TextField, type Answers, type FieldError } from '#web';
import { matchEffects } from './effects.ts';
import { ConfirmStep, StepPage, type StepProps } from './step.page.tsx';

const actionOf = ({ content }: StepProps) => `/suspense/${content.item.receivedPaymentId}/match`;

/** Which bond it belongs to. */
export function MatchPage(
  o: StepProps & { readonly values: Answers; readonly errors?: readonly FieldError[] },
) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  return (
    <StepPage
      {...{ view, content, errors }}
      title={t('suspenseSteps.match.title')}
      lead={t('suspenseSteps.match.lead')}
    >
      <Form view={view} action={actionOf(o)}>
        <TextField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reference"
          label={t('suspenseSteps.match.reference')}
          hint={t('suspenseSteps.match.referenceHint')}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </StepPage>
  );
}

/** The bond once more, and all that counting the money towards it will cause. */
export function ConfirmMatchPage(o: StepProps & { readonly match: MatchWithBond }) {
  const { view, content, match } = o;
  const { t, lang } = view;
  const { amount, rest, isEnough, bond } = match;
  const { reference } = bond;
  return (
    <ConfirmStep
      {...{ view, content }}
      title={t('suspenseSteps.match.confirm')}
      facts={[
        { key: t('suspenseSteps.match.reference'), value: reference },
        { key: t('suspenseSteps.match.bond'), value: formatMoney(amount, lang) },
        { key: t('suspenseSteps.match.rest'), value: formatMoney(rest, lang) },
      ]}
      effects={[
        t(`suspenseSteps.effects.${isEnough ? 'enough' : 'second'}`),
        ...matchEffects(view, { amount, rest, reference }),
      ]}
      action={actionOf(o)}
      chosen={{ reference }}
      button={t(`suspenseSteps.match.${isEnough ? 'now' : 'propose'}`)}
      canChange
    />
  );
}
