import { attrs, content, cx, type Attributes, type Classes, type Content } from './shared.tsx';

export type LanguageOptions = Content & {
  href?: string;
  lang?: string;
  hrefLang?: string;
  dir?: string;
  current?: boolean;
  languageDescriptionText?: string;
  classes?: string;
  attributes?: Attributes;
};
export type LanguageNavigationOptions = Classes & { ariaLabel?: string; items?: LanguageOptions[] };

export function LanguageNavigation(o: LanguageNavigationOptions) {
  return (
    <nav
      {...attrs({ class: cx('govuk-language-navigation', o.classes) }, o.attributes, {
        'aria-label': o.ariaLabel ?? 'Language',
      })}
    >
      <ul class="govuk-language-navigation__list">
        {(o.items ?? []).map((item) => {
          const lang = { lang: item.lang || undefined, dir: item.dir || undefined };
          return (
            <li class="govuk-language-navigation__list-item">
              {item.current || !item.href ? (
                <span
                  {...attrs(
                    {
                      class: cx('govuk-language-navigation__text', item.classes),
                      'aria-current': 'true',
                      ...lang,
                    },
                    item.attributes,
                  )}
                >
                  {content(item)}
                </span>
              ) : (
                <a
                  {...attrs(
                    {
                      class: cx('govuk-language-navigation__link', item.classes),
                      href: item.href,
                      rel: 'alternate',
                      hreflang: item.hrefLang || item.lang || undefined,
                      ...lang,
                    },
                    item.attributes,
                  )}
                >
                  {content(item)}
                  {item.languageDescriptionText && (
                    <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>
                  )}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
