import { TEXT_MAX } from '#breach';
import { formatMoney, money } from '#kernel';
import { fieldErrors, Form, govuk, LongTextField, RadioField, Submit } from '#web';
import type { Answers, FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { BreachContentOf } from './breach-content.service.ts';
import { StepPage } from './step.page.tsx';

interface JudgingPageOptions {
  readonly view: OfficerView;
  readonly content: BreachContentOf;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

const forfeitOf = ({ view, content }: JudgingPageOptions): string =>
  formatMoney(money(content.stake.forfeitMinor, content.stake.currency), view.lang);

/** Each choice says what it will cause, with its amount. */
export function AppealPage(o: JudgingPageOptions) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  const forfeit = forfeitOf(o);
  const words = { title: t('breachForms.appeal.title'), lead: t('breachForms.appeal.lead') };
  return (
    <StepPage {...{ view, content, errors, ...words }}>
      <govuk.InsetText html={<span class="vb-typed">{content.breach.appeal?.text}</span>} />
      <Form view={view} action={`/breaches/${content.breach.file.id}/appeal`}>
        <RadioField
          {...fields}
          name="outcome"
          label={t('breachForms.appeal.outcome')}
          choices={(['upheld', 'overturned'] as const).map((value) => ({
            value,
            text: t(`breachForms.appeal.${value}`),
            hint: t(`breachForms.appeal.${value}Hint`, { forfeit }),
          }))}
        />
        <LongTextField
          {...fields}
          name="reasons"
          label={t('breachForms.appeal.reasons')}
          hint={t('breachForms.appeal.reasonsHint')}
          maxLength={TEXT_MAX}
        />
        <Submit text={t('breachForms.appeal.confirm')} />
      </Form>
    </StepPage>
  );
}

export function RescissionPage(o: JudgingPageOptions) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const lead = t('breachForms.rescission.lead', { forfeit: forfeitOf(o) });
  return (
    <StepPage {...{ view, content, errors, lead }} title={t('breachForms.rescission.title')}>
      <Form view={view} action={`/breaches/${content.breach.file.id}/rescission`}>
        <LongTextField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reasons"
          label={t('breachForms.rescission.reasons')}
          maxLength={TEXT_MAX}
        />
        <Submit text={t('breachForms.rescission.confirm')} />
      </Form>
    </StepPage>
  );
}
