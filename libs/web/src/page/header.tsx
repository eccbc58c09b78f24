import { LanguageNavigation } from '../govuk/language-navigation.tsx';
import { ServiceNavigation } from '../govuk/service-navigation.tsx';
import { inLanguage } from '../text/language.ts';
import { LANGUAGES, shellText } from '../text/texts.ts';
import type { NavItem, ShellView } from './view.ts';

/** Two arcs that meet: money goes out and comes back. Our own sign, no state's emblem. */
const Mark = () => (
  <svg class="vb-brand__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <circle cx="20" cy="20" r="19" class="vb-brand__disc" />
    <path class="vb-brand__arc" d="M10 22a10.5 10.5 0 0 1 18-8.6" />
    <path class="vb-brand__arc" d="M30 18a10.5 10.5 0 0 1-18 8.6" />
    <path class="vb-brand__tip" d="M29.6 8.6l.4 6.6-6.4-1.6z" />
    <path class="vb-brand__tip" d="M10.4 31.4l-.4-6.6 6.4 1.6z" />
  </svg>
);

function AccountTools({ view }: { view: ShellView }) {
  const t = shellText(view.lang);
  if (!view.account) return null;
  return (
    <div class="vb-account">
      <a class="vb-account__name" href="/account">
        {view.account.displayName || t('web.account')}
      </a>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={view.csrf} />
        <button class="vb-account__out" type="submit">
          {t('web.signOut')}
        </button>
      </form>
    </div>
  );
}

function LanguageSwitch({ view }: { view: ShellView }) {
  const t = shellText(view.lang);
  return (
    <LanguageNavigation
      ariaLabel={t('web.language.label')}
      items={LANGUAGES.map((lang) => ({
        text: t(`web.language.${lang}`),
        lang,
        href: inLanguage(view.path, lang),
        current: lang === view.lang,
      }))}
    />
  );
}

export function Header({ view }: { view: ShellView }) {
  const t = shellText(view.lang);
  const { programmeState, notice } = view.shell;
  const name = t(view.site === 'officer' ? 'web.service.officerName' : 'web.service.name');
  return (
    <>
      {notice && (
        <div class="vb-notice">
          <p class="govuk-width-container">{notice}</p>
        </div>
      )}
      <header class="vb-header">
        <div class="govuk-width-container vb-header__inner">
          <a class="vb-brand" href="/">
            <Mark />
            <span class="vb-brand__words">
              <span class="vb-brand__name">{name}</span>{' '}
              {programmeState && <span class="vb-brand__programme">{programmeState}</span>}
            </span>
          </a>
          <div class="vb-header__tools">
            <LanguageSwitch view={view} />
            <AccountTools view={view} />
          </div>
        </div>
      </header>
    </>
  );
}

export function Navigation({ view, items }: { view: ShellView; items: readonly NavItem[] }) {
  if (items.length === 0) return null;
  const t = shellText(view.lang);
  return (
    <ServiceNavigation
      classes="vb-navigation"
      navigationLabel={t('web.navigation')}
      menuButtonText={t('web.menu')}
      menuButtonLabel={t('web.menuLabel')}
      navigation={[...items]}
    />
  );
}
