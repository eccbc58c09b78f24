import type { ComponentChildren } from 'preact';
import { Filter } from '../moj/index.tsx';
import { shellText } from '../text/texts.ts';
import type { Lang } from '../text/texts.ts';

export type FilterLayoutOptions = {
  lang: Lang;
  /** The form is a GET to this address, so every filtered list has its own. */
  action: string;
  /** The fields. */
  fields: ComponentChildren;
  selected?: { heading: string; items: { text: string; href: string }[] }[];
  clearHref?: string;
  /** The list itself. */
  children: ComponentChildren;
};

/** A list with its filter at the side; on phones the filter opens by a button. */
export function FilterLayout(o: FilterLayoutOptions) {
  const t = shellText(o.lang);
  const selected = o.selected?.filter((s) => s.items.length > 0) ?? [];
  return (
    <div class="moj-filter-layout">
      <div class="moj-filter-layout__filter">
        <form method="get" action={o.action}>
          <Filter
            heading={{ text: t('web.filter.heading') }}
            submit={{ text: t('web.filter.apply') }}
            removeText={t('web.filter.remove')}
            attributes={{
              'data-toggle-button.show-text': t('web.filter.show'),
              'data-toggle-button.hide-text': t('web.filter.hide'),
              'data-toggle-button.classes': 'govuk-button--secondary',
              'data-close-button.text': t('web.filter.close'),
              'data-close-button.classes': 'moj-filter__close',
            }}
            selectedFilters={
              selected.length > 0
                ? {
                    heading: { text: t('web.filter.selected') },
                    clearLink: { text: t('web.filter.clear'), href: o.clearHref ?? o.action },
                    categories: selected.map((s) => ({
                      heading: { text: s.heading },
                      items: s.items,
                    })),
                  }
                : undefined
            }
          >
            {o.fields}
          </Filter>
        </form>
      </div>
      <div class="moj-filter-layout__content">
        <div class="moj-action-bar">
          <div class="moj-action-bar__filter" />
        </div>
        {o.children}
      </div>
    </div>
  );
}
