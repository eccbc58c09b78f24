import { InsetText } from '../govuk/inset-text.tsx';
import { SummaryList } from '../govuk/summary-list.tsx';
import { Form, Submit } from '../forms/form.tsx';
import { Page } from '../page/page.tsx';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';

/** A session as the page shows it, its moments already in words. */
export interface ShownSession {
  readonly id: string;
  readonly since: string;
  readonly used: string;
  readonly isThisOne: boolean;
}

const NOTICES = ['password', 'email', 'ended'] as const;
type Notice = (typeof NOTICES)[number];
const isNotice = (said: unknown): said is Notice => NOTICES.some((n) => n === said);

/** One's own account: how it is entered, and where it is entered now. */
export function OwnAccountPage(o: {
  view: ShellView;
  email: string;
  /** Only applicants change theirs by themselves. */
  mayChangeEmail: boolean;
  sessions: readonly ShownSession[];
  /** Until when money goes nowhere new, in words; only who pays is told. */
  waitsUntil?: string | undefined;
  /** What has just been done, as the address says. */
  said?: unknown;
}) {
  const { view, said } = o;
  const t = shellText(view.lang);
  const change = (href: string, of: string) => ({
    items: [{ href, text: t('web.change'), visuallyHiddenText: of }],
  });
  const email = t('web.own.email');
  const password = t('web.own.password');
  return (
    <Page view={view} title={t('web.account')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {isNotice(said) && <InsetText text={t(`web.own.done.${said}`)} />}
          <h1 class="govuk-heading-l">{t('web.account')}</h1>
          <SummaryList
            rows={[
              {
                key: { text: email },
                value: { text: o.email },
                ...(o.mayChangeEmail && { actions: change('/account/email', email) }),
              },
              {
                key: { text: password },
                value: { text: t('web.own.hidden') },
                actions: change('/account/password', password),
              },
            ]}
          />
          {o.waitsUntil && <InsetText text={t('web.own.waits', { when: o.waitsUntil })} />}
          <Sessions view={view} sessions={o.sessions} />
        </div>
      </div>
    </Page>
  );
}

function Sessions({ view, sessions }: { view: ShellView; sessions: readonly ShownSession[] }) {
  const t = shellText(view.lang);
  const others = sessions.filter((s) => !s.isThisOne);
  return (
    <section aria-labelledby="sessions">
      <h2 class="govuk-heading-m" id="sessions">
        {t('web.own.sessions.title')}
      </h2>
      <p class="govuk-body">{t('web.own.sessions.lead')}</p>
      {sessions.map((s) => (
        <div class="govuk-!-margin-bottom-6">
          <SummaryList
            rows={[
              {
                key: { text: t('web.own.sessions.browser') },
                value: {
                  text: t(s.isThisOne ? 'web.own.sessions.this' : 'web.own.sessions.other'),
                },
              },
              { key: { text: t('web.own.sessions.since') }, value: { text: s.since } },
              { key: { text: t('web.own.sessions.used') }, value: { text: s.used } },
            ]}
          />
          {!s.isThisOne && (
            <Form view={view} action={`/account/sessions/${s.id}/end`}>
              <Submit text={t('web.own.sessions.end')} classes="govuk-button--secondary" />
            </Form>
          )}
        </div>
      ))}
      {others.length > 1 && (
        <Form view={view} action="/account/sessions/others/end">
          <Submit text={t('web.own.sessions.endOthers')} classes="govuk-button--warning" />
        </Form>
      )}
    </section>
  );
}
