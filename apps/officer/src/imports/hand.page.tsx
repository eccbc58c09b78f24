import { handReasons } from '#travel';
import { DateField, fieldErrors, Form, govuk, Page, RadioField, SelectField } from '#web';
import { Submit, TextField, type Answers, type FieldError } from '#web';
import { exampleDay } from '#web';
import { dayIn } from '#kernel';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import type { HandProgramme } from './import-desk.service.ts';
import { ProgrammeChoice } from './programme-choice.view.tsx';

const HOME = '/movements/entry';
const KINDS = ['admitted', 'departed', 'refused'] as const;

export interface HandPageOptions {
  readonly view: OfficerView;
  /** For which somebody may type in. */
  readonly programmes: readonly string[];
  readonly programme: HandProgramme;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

type Part = {
  props: { view: OfficerView; values: Answers; errors: ReturnType<typeof fieldErrors> };
  programme: HandProgramme;
};

function WhatHappened({ props, programme }: Part) {
  const { t } = props.view;
  const today = dayIn(programme.now, 'UTC');
  return (
    <>
      <RadioField
        {...props}
        name="kind"
        label={t('imports.hand.kind')}
        choices={KINDS.map((value) => ({ value, text: t(`states.kind.${value}`) }))}
      />
      <SelectField
        {...props}
        name="port"
        label={t('imports.hand.port')}
        empty={t('imports.hand.choosePort')}
        choices={programme.ports.map((port) => ({
          value: port.code,
          text: `${port.name} (${port.code})`,
        }))}
      />
      <DateField
        {...props}
        name="happened"
        label={t('imports.hand.happened')}
        example={exampleDay(today, { months: -1 })}
      />
      <TextField
        {...props}
        name="time"
        label={t('imports.hand.time')}
        hint={t('imports.hand.timeHint')}
        classes="govuk-input--width-5"
      />
      <DateField {...props} name="until" label={t('imports.hand.until')} />
    </>
  );
}

function WhoAndWhy({ props, programme }: Part) {
  const { t } = props.view;
  return (
    <>
      <TextField
        {...props}
        name="number"
        label={t('imports.hand.number')}
        hint={t('imports.hand.numberHint', { code: programme.nationality })}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
      <RadioField
        {...props}
        name="reason"
        label={t('imports.hand.reason')}
        choices={handReasons.map((value) => ({
          value,
          text: t(`states.handReason.${value}`),
        }))}
      />
    </>
  );
}

/** One movement and what proves it. */
export function HandPage({ view, programmes, programme, values, errors = [] }: HandPageOptions) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('imports.hand.title')} back="/movements/imports" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('imports.hand.title')}</h1>
          <p class="govuk-body">{t('imports.hand.lead')}</p>
          <ProgrammeChoice {...{ view, programmes }} path={HOME} chosen={programme.code} />
          <Form view={view} action={addressOf(HOME, { programme: programme.code })} multipart>
            <WhatHappened {...{ props, programme }} />
            <WhoAndWhy {...{ props, programme }} />
            <govuk.FileUpload
              id="file"
              name="file"
              label={{ text: t('imports.hand.proof'), classes: 'govuk-label--s' }}
              hint={{ text: t('imports.hand.proofHint') }}
              errorMessage={props.errors.of('file')}
              attributes={{ accept: 'application/pdf,image/jpeg,image/png' }}
            />
            <Submit text={t('imports.hand.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
