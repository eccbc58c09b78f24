import {
  CheckboxField,
  fieldErrors,
  Form,
  LANGUAGES,
  Page,
  RadioField,
  Submit,
  TextField,
  type Answers,
  type FieldError,
} from '#web';
import type { PortalView } from '../text/index.ts';

const SEEN = ['name', 'bond', 'money'] as const;

/** Somebody else is asked to pay, and what they will see then. */
export function AskPayerPage(o: {
  view: PortalView;
  reference: string;
  values: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, values, errors = [] } = o;
  const { t } = view;
  const home = `/cases/${o.reference}/bond`;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('payer.ask.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{t('tracking.title', { reference: o.reference })}</span>
          <h1 class="govuk-heading-l">{t('payer.ask.title')}</h1>
          <p class="govuk-body">{t('payer.ask.lead')}</p>
          <h2 class="govuk-heading-m">{t('payer.ask.theySee')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {SEEN.map((what) => (
              <li>{t(`payer.ask.sees.${what}`)}</li>
            ))}
          </ul>
          <p class="govuk-body">{t('payer.ask.theyDoNot')}</p>
          <p class="govuk-body">{t('payer.ask.theirs')}</p>
          <Form view={view} action={`${home}/payer`}>
            <TextField
              {...props}
              name="email"
              label={t('payer.ask.email')}
              hint={t('payer.ask.emailHint')}
              type="email"
              autocomplete="off"
              spellcheck={false}
            />
            <RadioField
              {...props}
              name="language"
              label={t('payer.ask.language')}
              choices={LANGUAGES.map((value) => ({ value, text: t(`payer.ask.${value}`) }))}
              inline
            />
            <CheckboxField
              {...props}
              name="consent"
              label={t('payer.ask.consent')}
              choices={[{ value: 'yes', text: t('payer.ask.box') }]}
            />
            <div class="govuk-button-group">
              <Submit text={t('payer.ask.button')} />
              <a class="govuk-link" href={home}>
                {t('payer.ask.cancel')}
              </a>
            </div>
          </Form>
        </div>
      </div>
    </Page>
  );
}
