import {
  fieldErrors,
  Form,
  Page,
  PasswordField,
  Submit,
  TextField,
  type Answers,
  type FieldError,
} from '#web';
import { Notice } from '../notice.tsx';
import type { PortalView } from '../text/index.ts';

export function SignInPage(o: {
  view: PortalView;
  values: Answers;
  errors?: readonly FieldError[];
  /** Key of a text. */
  notice?: string;
}) {
  const { view, values, errors = [] } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('account.signIn.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.notice && <Notice view={view} text={t.dynamic(o.notice)} />}
          <h1 class="govuk-heading-l">{t('account.signIn.title')}</h1>
          <Form view={view} action="/sign-in">
            <input type="hidden" name="next" value={values.next} />
            <TextField
              {...props}
              name="email"
              label={t('account.email')}
              type="email"
              autocomplete="username"
              spellcheck={false}
            />
            <PasswordField
              {...props}
              name="password"
              label={t('account.password')}
              autocomplete="current-password"
            />
            <Submit text={t('account.signIn.button')} />
          </Form>
          <p class="govuk-body">
            <a class="govuk-link" href="/forgotten-password">
              {t.dynamic('web.own.forgotten.link')}
            </a>
          </p>
          <p class="govuk-body">
            {t('account.signIn.none')}{' '}
            <a class="govuk-link" href="/sign-up">
              {t('account.signIn.make')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
