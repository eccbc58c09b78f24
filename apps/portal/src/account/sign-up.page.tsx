import { fieldErrors, Form, Page, Submit, TextField, type Answers, type FieldError } from '#web';
import type { PortalView } from '../text/index.ts';

type Props = { view: PortalView; values: Answers; errors?: readonly FieldError[] };

export function SignUpPage({ view, values, errors = [] }: Props) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('account.signUp.title')} back="/" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('account.signUp.title')}</h1>
          <p class="govuk-body">{t('account.signUp.lead')}</p>
          <Form view={view} action="/sign-up">
            <TextField
              {...props}
              name="email"
              label={t('account.email')}
              hint={t('account.signUp.emailHint')}
              type="email"
              autocomplete="email"
              spellcheck={false}
            />
            <Submit text={t('account.signUp.button')} />
          </Form>
          <p class="govuk-body">
            {t('account.signUp.have')}{' '}
            <a class="govuk-link" href="/sign-in">
              {t('account.signUp.signIn')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
