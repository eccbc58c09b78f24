import type { ComponentChildren } from 'preact';
import { Button, type ButtonOptions } from '../govuk/button.tsx';
import {
  attrs,
  content,
  cx,
  type Attributes,
  type Classes,
  type Content,
  type Html,
} from '../govuk/shared.tsx';

export const Badge = (o: Content & Classes) => (
  <span {...attrs({ class: cx('moj-badge', o.classes) }, o.attributes)}>{content(o)}</span>
);

export type SubNavigationOptions = Classes & {
  label?: string;
  items: (Content & Classes & { href: string; active?: boolean })[];
};
export const SubNavigation = (o: SubNavigationOptions) => (
  <nav
    {...attrs(
      {
        class: cx('moj-sub-navigation', o.classes),
        'aria-label': o.label || 'Secondary navigation region',
      },
      o.attributes,
    )}
  >
    <ul class="moj-sub-navigation__list">
      {o.items.map((i) => (
        <li class={cx('moj-sub-navigation__item', i.classes)}>
          <a
            {...attrs(
              {
                class: 'moj-sub-navigation__link',
                'aria-current': i.active ? 'page' : undefined,
                href: i.href,
              },
              i.attributes,
            )}
          >
            {content(i)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const IdentityBar = (o: Classes & { title?: Content; children?: ComponentChildren }) => (
  <div {...attrs({ class: cx('moj-identity-bar', o.classes) }, o.attributes)}>
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        {o.title && <span class="moj-identity-bar__title">{content(o.title)}</span>}
      </div>{' '}
      {o.children && <div class="moj-identity-bar__actions">{o.children}</div>}
    </div>
  </div>
);

export const PageHeaderActions = (
  o: Classes & { heading: Content & { level?: number; classes?: string }; items?: ButtonOptions[] },
) => {
  const Heading = `h${o.heading.level ?? 1}` as 'h1';
  return (
    <div {...attrs({ class: cx('moj-page-header-actions', o.classes) }, o.attributes)}>
      <div class="moj-page-header-actions__title">
        <Heading class={o.heading.classes ?? 'govuk-heading-xl'}>{content(o.heading)}</Heading>
      </div>
      {o.items && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {o.items.map((b) => (
              <Button {...b} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
};

export type SideNavigationItem = Content & { href: string; active?: boolean };
export type SideNavigationOptions = Classes & {
  label?: string;
  items?: SideNavigationItem[];
  sections?: {
    heading: Content & Classes & { headingLevel?: number };
    items: SideNavigationItem[];
  }[];
};
const SideItems = ({ items }: { items: SideNavigationItem[] }) => (
  <ul class="moj-side-navigation__list">
    {items.map((i) => (
      <li class={cx('moj-side-navigation__item', i.active && 'moj-side-navigation__item--active')}>
        <a href={i.href} aria-current={i.active ? 'location' : undefined}>
          {content(i)}
        </a>
      </li>
    ))}
  </ul>
);
export const SideNavigation = (o: SideNavigationOptions) => (
  <nav
    {...attrs({ class: cx('moj-side-navigation', o.classes), 'aria-label': o.label }, o.attributes)}
  >
    {o.sections?.map(({ heading, items }) => {
      const Heading = `h${heading.headingLevel ?? 4}` as 'h4';
      return (
        <>
          <Heading
            {...attrs(
              { class: cx('moj-side-navigation__title', heading.classes) },
              heading.attributes,
            )}
          >
            {content(heading)}
          </Heading>
          <SideItems items={items} />
        </>
      );
    })}
    {!o.sections && <SideItems items={o.items ?? []} />}
  </nav>
);

export type FilterOptions = {
  heading: Content;
  attributes?: Attributes;
  removeText?: string;
  submit?: { text?: string; attributes?: Attributes };
  optionsHtml?: Html;
  children?: ComponentChildren;
  selectedFilters?: {
    heading: Content;
    clearLink: { text: string; href: string };
    categories: { heading: Content; items: { href: string; text: string }[] }[];
  };
};
const REMOVE_FILTER = 'Remove this filter';
export const Filter = ({ removeText = REMOVE_FILTER, ...o }: FilterOptions) => (
  <div {...attrs({ class: 'moj-filter', 'data-module': 'moj-filter' }, o.attributes)}>
    <div class="moj-filter__header">
      <div class="moj-filter__header-title">
        <h2 class="govuk-heading-m">{content(o.heading)}</h2>
      </div>{' '}
      <div class="moj-filter__header-action" />
    </div>
    <div class="moj-filter__content">
      {o.selectedFilters && (
        <div class="moj-filter__selected">
          <div class="moj-filter__selected-heading">
            {' '}
            <div class="moj-filter__heading-title">
              <h2 class="govuk-heading-m">{content(o.selectedFilters.heading)}</h2>
            </div>{' '}
            <div class="moj-filter__heading-action">
              <p>
                <a
                  class="govuk-link govuk-link--no-visited-state"
                  href={o.selectedFilters.clearLink.href}
                >
                  {o.selectedFilters.clearLink.text}
                </a>
              </p>
            </div>
          </div>
          {o.selectedFilters.categories.map((c) => (
            <>
              <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{content(c.heading)}</h3>
              <ul class="moj-filter-tags">
                {c.items.map((i) => (
                  <li>
                    <a class="moj-filter__tag" href={i.href}>
                      <span class="govuk-visually-hidden">{removeText}</span> {i.text}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </div>
      )}
      <div class="moj-filter__options">
        <Button text={o.submit?.text || 'Apply filters'} attributes={o.submit?.attributes} />
        {o.children ?? content({ html: o.optionsHtml })}
      </div>
    </div>
  </div>
);
