import { SignInFields } from '../account/sign-in-form.tsx';
import type { Answers } from '../forms/answers.ts';
import { Button } from '../govuk/button.tsx';
import { SummaryList } from '../govuk/summary-list.tsx';
import { Page } from '../page/page.tsx';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';
import { localPath } from './see-other.ts';

export type ErrorKind =
  | 'notFound'
  | 'forbidden'
  | 'crossSite'
  | 'badRequest'
  | 'tooLarge'
  | 'tooMany'
  | 'broken'
  | 'unavailable'
  | 'expired';

export type ErrorPageOptions = {
  view: ShellView;
  kind: ErrorKind;
  /** Quoted to the help desk: finds the log line. */
  reference?: string;
  retryAfterSeconds?: number;
  /** What was sent with an ended session and cannot be kept, to be copied from here. */
  typed?: Answers;
  /** The same, kept: it comes back once the person has signed in. */
  kept?: { sealed: string; page: string } | null;
};

/** What happened, what is safe, and what to do next. */
export function ErrorPage(o: ErrorPageOptions) {
  const { view, kind, kept } = o;
  const typed = Object.entries(o.typed ?? {});
  const t = shellText(view.lang);
  const next = { expired: '/sign-in', unavailable: localPath(view.path) }[kind as string] ?? '/';
  return (
    <Page view={view} title={t(`web.error.${kind}.title`)}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t(`web.error.${kind}.title`)}</h1>
          <p class="govuk-body">{t(kept ? 'web.error.expired.kept' : `web.error.${kind}.body`)}</p>
          {o.retryAfterSeconds !== undefined && (
            <p class="govuk-body">
              {t('web.error.tooMany.wait', {
                count: Math.max(1, Math.ceil(o.retryAfterSeconds / 60)),
              })}
            </p>
          )}
          {kind === 'broken' && o.reference && (
            <p class="govuk-body">
              <strong>{t('web.error.broken.reference', { reference: o.reference })}</strong>
            </p>
          )}
          {typed.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{t('web.error.expired.typed')}</h2>
              <p class="govuk-body">{t('web.error.expired.typedHelp')}</p>
              <SummaryList
                rows={typed.map(([name, value]) => ({
                  key: { text: name },
                  value: { text: value ?? '' },
                }))}
              />
            </>
          )}
          {kept ? (
            <SignInFields view={view} values={{ next: kept.page }} kept={kept.sealed} />
          ) : (
            <Button href={next} text={t(`web.error.${kind}.next`)} />
          )}
        </div>
      </div>
    </Page>
  );
}
