import type { SignInShown } from '#account-pages';
import { DemonstrationRoles, Page, SignInFields, type Answers } from '#web';
import { Notice } from '../notice.tsx';
import type { PortalView } from '../text/index.ts';

const NOTICES = {
  ended: 'web.session.ended',
  out: 'account.signIn.out',
  reset: 'web.own.done.reset',
} as const;

export function SignInPage(o: SignInShown & { view: PortalView }) {
  const { view, errors = [], notice, roles = [], chosen } = o;
  const values: Answers = { ...o.values, ...(chosen && { email: chosen.email }) };
  const { t } = view;
  return (
    <Page view={view} title={t('account.signIn.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {notice && <Notice view={view} text={t.dynamic(NOTICES[notice])} />}
          <h1 class="govuk-heading-l">{t('account.signIn.title')}</h1>
          <SignInFields
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
