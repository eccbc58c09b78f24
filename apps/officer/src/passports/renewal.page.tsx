import { renewalReasons } from '#application';
import { fullName } from '#identity';
import {
  DateField,
  exampleDay,
  fieldErrors,
  Form,
  Page,
  RadioField,
  Submit,
  TextField,
} from '#web';
import type { Answers, FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { RenewalContent } from './passports.service.ts';

export interface RenewalPageOptions {
  readonly view: OfficerView;
  readonly content: RenewalContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

/** A new passport of the traveller, with why there is one: its border records count from now on. */
export function RenewalPage({ view, content, values, errors = [] }: RenewalPageOptions) {
  const { t } = view;
  const { row, person, programme, today } = content;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const href = `/cases/${row.reference}`;
  return (
    <Page
      view={view}
      title={t('passport.renewal.title')}
      back={{ href, text: t('decide.cancel') }}
      errors={errors}
      wide
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">
            {row.reference} · {fullName(person)}
          </span>
          <h1 class="govuk-heading-l">{t('passport.renewal.title')}</h1>
          <p class="govuk-body">{t('passport.renewal.lead')}</p>
          <Form view={view} action={`${href}/passport/renewal`}>
            <RadioField
              {...props}
              name="reason"
              label={t('passport.renewal.reason')}
              choices={renewalReasons.map((value) => ({
                value,
                text: t(`states.renewal.${value}`),
              }))}
            />
            <TextField
              {...props}
              name="number"
              label={t('passport.renewal.number')}
              hint={t('passport.renewal.numberHint', { code: programme.bondedNationality })}
              classes="govuk-input--width-20"
              autocomplete="off"
              spellcheck={false}
            />
            <DateField
              {...props}
              name="expiresOn"
              label={t('passport.renewal.expiresOn')}
              example={exampleDay(today, { years: 5 })}
            />
            <Submit text={t('passport.renewal.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
