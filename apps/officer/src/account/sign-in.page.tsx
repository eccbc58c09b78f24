import {
  DemonstrationRoles,
  govuk,
  Page,
  SignInForm,
  type Answers,
  type DemonstrationAccount,
  type FieldError,
} from '#web';
import type { OfficerView } from '../text/index.ts';

export interface SignInPageOptions {
  readonly view: OfficerView;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
  /** Why the person is here although they did not ask to be. */
  readonly notice?: 'ended' | 'out' | 'reset' | undefined;
  /** What was typed before a session ended, sealed. */
  readonly kept?: string | null;
  /** In a demonstration: whom the page offers, and who was chosen. */
  readonly roles?: readonly DemonstrationAccount[];
  readonly chosen?: DemonstrationAccount | undefined;
}

const NOTICES = {
  ended: 'web.session.ended',
  out: 'account.out',
  reset: 'web.own.done.reset',
} as const;

export function SignInPage(o: SignInPageOptions) {
  const { view, errors = [], notice, roles = [], chosen } = o;
  const values: Answers = { ...o.values, ...(chosen && { email: chosen.email }) };
  const { t } = view;
  return (
    <Page view={view} title={t('account.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half-from-desktop govuk-grid-column-two-thirds">
          {notice && <govuk.InsetText text={t.dynamic(NOTICES[notice])} />}
          <h1 class="govuk-heading-l">{t('account.title')}</h1>
          <p class="govuk-body">{t('account.lead')}</p>
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
          <DemonstrationRoles lang={view.lang} accounts={roles} />
        </div>
      </div>
    </Page>
  );
}
