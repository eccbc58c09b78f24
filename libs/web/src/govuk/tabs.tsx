import {
  spaced,
  attrs,
  cx,
  markup,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
} from './shared.tsx';

export type TabOptions = {
  id?: string;
  label: string;
  attributes?: Attributes;
  panel: Content & { attributes?: Attributes };
};
export type TabsOptions = Classes & {
  id?: string;
  idPrefix?: string;
  title?: string;
  items?: (TabOptions | Falsy)[];
};

export function Tabs(o: TabsOptions) {
  const items = (o.items ?? []).map((item, i) => ({
    item,
    first: i === 0,
    id: (item || {}).id || `${o.idPrefix}-${i + 1}`,
  }));
  return (
    <div
      {...attrs({ id: o.id || undefined, class: cx('govuk-tabs', o.classes) }, o.attributes, {
        'data-module': 'govuk-tabs',
      })}
    >
      <h2 class="govuk-tabs__title">{o.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {spaced(
            items.map(
              ({ item, first, id }) =>
                item && (
                  <li
                    class={cx('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}
                  >
                    {' '}
                    <a {...attrs({ class: 'govuk-tabs__tab', href: `#${id}` }, item.attributes)}>
                      {item.label}
                    </a>
                  </li>
                ),
            ),
          )}
        </ul>
      )}
      {items.map(
        ({ item, first, id }) =>
          item && (
            <div
              {...attrs(
                { class: cx('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden'), id },
                item.panel?.attributes,
              )}
            >
              {item.panel?.html
                ? markup(item.panel.html)
                : item.panel?.text && <p class="govuk-body">{item.panel.text}</p>}
            </div>
          ),
      )}
    </div>
  );
}
