import type { ComponentChildren } from 'preact';
import { BackLink } from '../govuk/back-link.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { NotificationBanner } from '../govuk/notification-banner.tsx';
import { SkipLink } from '../govuk/skip-link.tsx';
import { summaryItems, type FieldError } from '../forms/errors.ts';
import { cx } from '../govuk/shared.tsx';
import { shellText } from '../text/texts.ts';
import { Header, Navigation } from './header.tsx';
import type { NavItem, ShellView } from './view.ts';

export type PageOptions = {
  view: ShellView;
  /** What the page is about; the site's name is added, and "Error: " when there are errors. */
  title: string;
  /** Instead of the site's own navigation. */
  nav?: readonly NavItem[];
  back?: string | { href: string; text: string };
  errors?: readonly FieldError[];
  /** Desks and tables: the whole width instead of a column for reading. */
  wide?: boolean;
  /** Work goes on behind it: without a script, the browser asks for the page again after so long. */
  refreshSeconds?: number | undefined;
  /** Above the main content, beside the back link: breadcrumbs, an identity bar. */
  before?: ComponentChildren;
  /** More in the footer. */
  footer?: ComponentChildren;
  children: ComponentChildren;
};

function Head({ o, title }: { o: PageOptions; title: string }) {
  const { view } = o;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b3b44" />
      <meta name="robots" content={view.account ? 'noindex' : undefined} />
      {o.refreshSeconds && (
        <noscript>
          <meta http-equiv="refresh" content={`${o.refreshSeconds}`} />
        </noscript>
      )}
      <link rel="icon" href={view.asset('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={view.asset(`${view.site}.css`)} />
      <script type="module" src={view.asset(`${view.site}.js`)} nonce={view.nonce} />
    </head>
  );
}

function Footer({ o }: { o: PageOptions }) {
  const t = shellText(o.view.lang);
  const links = o.view.shell.footerLinks ?? [];
  return (
    <footer class="vb-footer">
      <div class="govuk-width-container">
        {links.length > 0 && (
          <nav aria-label={t('web.footer.links')}>
            <ul class="vb-footer__links">
              {links.map((link) => (
                <li>
                  <a class="vb-footer__link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {o.footer}
        <p class="vb-footer__line">{t('web.footer.safe')}</p>
        <p class="vb-footer__line">
          <strong>{t('web.service.name')}</strong>
          {o.view.shell.programmeState && <> · {o.view.shell.programmeState}</>}
        </p>
      </div>
    </footer>
  );
}

/** Hidden until the script finds that little time is left. Without script the server ends it. */
function SessionWarning({ view }: { view: ShellView }) {
  if (!view.account) return null;
  const t = shellText(view.lang);
  return (
    <dialog class="vb-session" data-session-seconds={view.idleSeconds} aria-labelledby="session">
      <h2 class="govuk-heading-m" id="session">
        {t('web.session.title')}
      </h2>
      <p class="govuk-body">{t('web.session.body')}</p>
      <button type="button" class="govuk-button govuk-!-margin-bottom-0">
        {t('web.session.stay')}
      </button>
    </dialog>
  );
}

/** The whole document: every page of both sites is one of these. */
export function Page(o: PageOptions) {
  const { view } = o;
  const t = shellText(view.lang);
  const errors = o.errors ?? [];
  const named = errors.length > 0 ? t('web.errorPrefix', { title: o.title }) : o.title;
  const back = typeof o.back === 'string' ? { href: o.back, text: t('web.back') } : o.back;
  return (
    <html lang={view.lang} class="govuk-template vb-template">
      <Head o={o} title={`${named} - ${t('web.service.name')}`} />
      <body class={cx('govuk-template__body', `vb-site-${view.site}`, o.wide && 'vb-wide')}>
        <SkipLink text={t('web.skip')} href="#main-content" />
        <Header view={view} />
        <Navigation view={view} items={o.nav ?? view.shell.nav ?? []} />
        <div class="govuk-width-container vb-main-container">
          {back && <BackLink {...back} />}
          {o.before}
          <main class="govuk-main-wrapper" id="main-content">
            {view.keptForm && (
              <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">
                  <NotificationBanner
                    titleText={t('web.important')}
                    text={t('web.session.broughtBack')}
                  />
                </div>
              </div>
            )}
            {errors.length > 0 && (
              <ErrorSummary
                titleText={t('web.errorSummary')}
                errorList={summaryItems(view.t, errors)}
              />
            )}
            {o.children}
          </main>
        </div>
        <Footer o={o} />
        <SessionWarning view={view} />
      </body>
    </html>
  );
}
