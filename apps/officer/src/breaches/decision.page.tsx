import { factors, partsOf, TEXT_MAX, weights } from '#breach';
import { money } from '#kernel';
import { fieldErrors, Form, LongTextField, RadioField, SelectField, Submit, TextField } from '#web';
import type { Answers, FieldError, FieldProps } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { BreachContentOf } from './breach-content.service.ts';
import { Check } from './check.view.tsx';
import type { DecidedOn, DecisionRead } from './read-decision.ts';
import { effectOf } from './effect.ts';
import { StepPage } from './step.page.tsx';

interface DecisionPageOptions {
  readonly view: OfficerView;
  readonly content: BreachContentOf;
  readonly on: DecidedOn;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

type Fields = Pick<FieldProps, 'view' | 'values' | 'errors'>;

function Grounds({ view, on, fields }: DecisionPageOptions & { fields: Fields }) {
  const { t } = view;
  return (
    <>
      {on.grounds.map(({ code, facts, replies }) => (
        <>
          <h2 class="govuk-heading-m">{t(`states.ground.${code}`)}</h2>
          <p class="govuk-body vb-typed">{facts}</p>
          {replies[0] ? (
            <p class="govuk-inset-text vb-typed">{replies[0].text}</p>
          ) : (
            <p class="govuk-body-s">{t('breaches.one.noReply')}</p>
          )}
          <RadioField
            {...fields}
            name={`ground_${code}`}
            label={t('breachForms.decision.ground')}
            inline
            choices={[
              { value: 'yes', text: t('breachForms.decision.yes') },
              { value: 'no', text: t('breachForms.decision.no') },
            ]}
          />
          <LongTextField
            {...fields}
            name={`reasons_${code}`}
            label={t('breachForms.decision.groundReasons')}
            maxLength={TEXT_MAX}
          />
        </>
      ))}
    </>
  );
}

function Factors({ view, fields }: { view: OfficerView; fields: Fields }) {
  const { t } = view;
  return (
    <>
      <h2 class="govuk-heading-m">{t('breachForms.decision.factors')}</h2>
      {factors.map((factor) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{t(`states.factor.${factor}`)}</h3>
          <SelectField
            {...fields}
            name={`weighs_${factor}`}
            label={t('breachForms.decision.weighs')}
            empty={t('breachForms.decision.chooseWeight')}
            choices={weights.map((w) => ({ value: w, text: t(`states.weight.${w}`) }))}
          />
          <TextField {...fields} name={`note_${factor}`} label={t('breachForms.decision.note')} />
        </>
      ))}
    </>
  );
}

function Outcome({ view, on, fields }: DecisionPageOptions & { fields: Fields }) {
  const { t } = view;
  const { held, currency } = on;
  const example = '1000';
  return (
    <RadioField
      {...fields}
      name="outcome"
      label={t('breachForms.decision.outcome')}
      choices={[
        {
          value: 'none',
          text: t('states.outcome.none'),
          hint: t('breachForms.decision.noneHint', { held }),
        },
        {
          value: 'part',
          text: t('states.outcome.part'),
          hint: t('breachForms.decision.partHint'),
          conditional: (
            <TextField
              {...fields}
              name="forfeit"
              label={t('breachForms.decision.forfeit')}
              hint={t('breachForms.decision.forfeitHint', { currency, held, example })}
              inputmode="decimal"
              classes="govuk-input--width-10"
            />
          ),
        },
        {
          value: 'full',
          text: t('states.outcome.full'),
          hint: t('breachForms.decision.fullHint', { held }),
        },
      ]}
    />
  );
}

export function DecisionPage(o: DecisionPageOptions) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  const words = { title: t('breachForms.decision.title'), lead: t('breachForms.decision.lead') };
  return (
    <StepPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/breaches/${content.breach.file.id}/decision`}>
        <Grounds {...o} fields={fields} />
        <Factors view={view} fields={fields} />
        <Outcome {...o} fields={fields} />
        <LongTextField
          {...fields}
          name="reasons"
          label={t('breachForms.decision.reasons')}
          hint={t('breachForms.decision.reasonsHint')}
          maxLength={TEXT_MAX}
        />
        <RadioField
          {...fields}
          name="post"
          label={t('breachForms.decision.post')}
          choices={[
            { value: 'no', text: t('breachForms.decision.online') },
            { value: 'yes', text: t('breachForms.decision.byPost') },
          ]}
        />
        <Submit text={t('breachForms.next')} />
      </Form>
    </StepPage>
  );
}

/** The decision once more with its amounts, and all that it will cause. */
export function DecisionCheckPage(
  o: Omit<DecisionPageOptions, 'errors'> & { readonly decision: DecisionRead },
) {
  const { view, content, on, values, decision } = o;
  const { t } = view;
  const parts = partsOf(decision.outcome, on.heldMinor, decision.forfeitMinor);
  const { refundMinor, forfeitMinor } = parts.ok
    ? parts.value
    : { refundMinor: 0n, forfeitMinor: 0n };
  const { appealDays, appealDaysByPost } = content.rules;
  const isBreach = decision.outcome !== 'none';
  return (
    <StepPage
      {...{ view, content }}
      title={t('breachForms.decision.check')}
      lead={t('breachForms.lead')}
    >
      <Check
        {...{ view, values }}
        facts={[
          { key: t('breaches.one.outcome'), value: t(`states.outcome.${decision.outcome}`) },
          { key: t('breaches.one.reasons'), value: decision.reasons },
        ]}
        effects={[
          t('breachForms.decision.second'),
          effectOf(view, {
            outcome: decision.outcome,
            refund: money(refundMinor, on.currency),
            forfeit: money(forfeitMinor, on.currency),
          }),
          ...(isBreach
            ? [t('breachForms.decision.appeal', { days: appealDays, postDays: appealDaysByPost })]
            : []),
        ]}
        action={`/breaches/${content.breach.file.id}/decision`}
        button={t('breachForms.decision.confirm')}
      />
    </StepPage>
  );
}
