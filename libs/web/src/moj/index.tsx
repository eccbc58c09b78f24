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

/** Dates are written by the caller: upstream's template needs a `date` filter (moment). */
export type TimelineOptions = Classes & {
  headingLevel?: number;
  items: (Content &
    Classes & {
      label: Content;
      byline?: Content;
      datetime: { timestamp: string; text: string };
    })[];
};
export const Timeline = (o: TimelineOptions) => {
  const Heading = `h${o.headingLevel ?? 2}` as 'h2';
  return (
    <div {...attrs({ class: cx('moj-timeline', o.classes) }, o.attributes)}>
      {o.items.map((i) => (
        <div {...attrs({ class: cx('moj-timeline__item', i.classes) }, i.attributes)}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{content(i.label)}</Heading>{' '}
            {i.byline && <p class="moj-timeline__byline">by {content(i.byline)}</p>}
          </div>
          <p class="moj-timeline__date">
            <time dateTime={i.datetime.timestamp}>{i.datetime.text}</time>
          </p>
          <div class="moj-timeline__description">{content(i)}</div>
        </div>
      ))}
    </div>
  );
};

export type FilterOptions = {
  heading: Content;
  attributes?: Attributes;
  submit?: { text?: string; attributes?: Attributes };
  optionsHtml?: Html;
  children?: ComponentChildren;
  selectedFilters?: {
    heading: Content;
    clearLink: { text: string; href: string };
    categories: { heading: Content; items: { href: string; text: string }[] }[];
  };
};
export const Filter = (o: FilterOptions) => (
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
                      <span class="govuk-visually-hidden">Remove this filter</span> {i.text}
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
