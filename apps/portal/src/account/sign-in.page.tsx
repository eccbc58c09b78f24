import {
  DemonstrationRoles,
  fieldErrors,
  Form,
  Page,
  PasswordField,
  Submit,
  TextField,
  type Answers,
  type DemonstrationAccount,
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
  /** In a demonstration: whom the page offers, and who was chosen. */
  roles?: readonly DemonstrationAccount[];
  chosen?: DemonstrationAccount | undefined;
}) {
  const { view, errors = [], roles = [], chosen } = o;
  const values: Answers = { ...o.values, ...(chosen && { email: chosen.email }) };
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
              value={chosen?.password}
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
          <DemonstrationRoles lang={view.lang} accounts={roles} />
        </div>
      </div>
    </Page>
  );
}
