import type { SignInShown } from '#account-pages';
import { DemonstrationRoles, govuk, Page, SignInFields, type Answers } from '#web';
import type { OfficerView } from '../text/index.ts';

const NOTICES = {
  ended: 'web.session.ended',
  out: 'account.out',
  reset: 'web.own.done.reset',
} as const;

export function SignInPage(o: SignInShown & { view: OfficerView }) {
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
          <DemonstrationRoles lang={view.lang} accounts={roles} />
        </div>
      </div>
    </Page>
  );
}
