import {
  DemonstrationRoles,
  Page,
  SignInForm,
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
  /** What was typed before a session ended, sealed. */
  kept?: string | null;
  /** In a demonstration: whom the page offers, and who was chosen. */
  roles?: readonly DemonstrationAccount[];
  chosen?: DemonstrationAccount | undefined;
}) {
  const { view, errors = [], roles = [], chosen } = o;
  const values: Answers = { ...o.values, ...(chosen && { email: chosen.email }) };
  const { t } = view;
  return (
    <Page view={view} title={t('account.signIn.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.notice && <Notice view={view} text={t.dynamic(o.notice)} />}
          <h1 class="govuk-heading-l">{t('account.signIn.title')}</h1>
          <SignInForm
            {...{ view, values, errors }}
            password={chosen?.password}
            kept={o.kept ?? null}
          />
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
