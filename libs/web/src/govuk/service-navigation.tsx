import { isValidElement } from 'preact';
import {
  attrs,
  content,
  cx,
  markup,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
  type Html,
} from './shared.tsx';

export type NavItemOptions = Content & {
  current?: boolean;
  active?: boolean;
  href?: string;
  attributes?: Attributes;
};
type EndSlot = { html?: Html; align?: 'inline' | (string & {}) };
export type ServiceNavigationOptions = Classes & {
  ariaLabel?: string;
  menuButtonText?: string;
  menuButtonLabel?: string;
  navigationLabel?: string;
  navigationId?: string;
  navigationClasses?: string;
  collapseNavigationOnMobile?: boolean;
  serviceName?: string;
  serviceUrl?: string;
  navigation?: (NavItemOptions | Falsy)[];
  slots?: { start?: Html; end?: Html | EndSlot; navigationStart?: Html; navigationEnd?: Html };
};

function Item({ item }: { item: NavItemOptions }) {
  const on = item.active || item.current;
  const current = on ? (item.current ? 'page' : 'true') : undefined;
  const inner = on ? (
    <strong class="govuk-service-navigation__active-fallback">{content(item)}</strong>
  ) : (
    content(item)
  );
  return (
    <li
      class={cx('govuk-service-navigation__item', on && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          {...attrs(
            { class: 'govuk-service-navigation__link', href: item.href, 'aria-current': current },
            item.attributes,
          )}
        >
          {inner}
        </a>
      ) : (
        (item.html || item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {inner}
          </span>
        )
      )}
    </li>
  );
}

export function ServiceNavigation(o: ServiceNavigationOptions) {
  const menu = o.menuButtonText || 'Menu';
  const id = o.navigationId || 'navigation';
  const slots = o.slots ?? {};
  const end: EndSlot =
    typeof slots.end === 'object' && !isValidElement(slots.end) ? slots.end : { html: slots.end };
  const items = (o.navigation ?? []).filter((i): i is NavItemOptions => Boolean(i));
  const collapse =
    o.collapseNavigationOnMobile === undefined ? items.length > 1 : o.collapseNavigationOnMobile;
  const landmark = Boolean(o.serviceName || slots.start || end.html);
  const common = attrs(
    {
      'aria-label': landmark ? (o.ariaLabel ?? 'Service information') : undefined,
      class: cx('govuk-service-navigation', o.classes),
      'data-module': 'govuk-service-navigation',
    },
    o.attributes,
  );
  const inner = (
    <div
      class={cx(
        'govuk-width-container',
        end.align === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start && markup(slots.start)}
      <div class="govuk-service-navigation__container">
        {o.serviceName && (
          <span class="govuk-service-navigation__service-name">
            {o.serviceUrl ? (
              <a href={o.serviceUrl} class="govuk-service-navigation__link">
                {o.serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{o.serviceName}</span>
            )}
          </span>
        )}
        {(items.length > 0 || slots.navigationStart || slots.navigationEnd) && (
          <nav
            aria-label={o.navigationLabel || menu}
            class={cx('govuk-service-navigation__wrapper', o.navigationClasses)}
          >
            {collapse && (
              <button
                {...attrs({
                  type: 'button',
                  class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
                  'aria-controls': id,
                  'aria-label':
                    o.menuButtonLabel && o.menuButtonLabel !== menu ? o.menuButtonLabel : undefined,
                  hidden: true,
                  'aria-hidden': 'true',
                })}
              >
                {menu}
              </button>
            )}
            <ul class="govuk-service-navigation__list" id={id}>
              {slots.navigationStart && markup(slots.navigationStart)}{' '}
              {items.map((item) => (
                <Item item={item} />
              ))}
              {slots.navigationEnd && markup(slots.navigationEnd)}
            </ul>
          </nav>
        )}
      </div>
      {end.html && markup(end.html)}
    </div>
  );
  return landmark ? <section {...common}>{inner}</section> : <div {...common}>{inner}</div>;
}
