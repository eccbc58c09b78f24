import {
  attrs,
  content,
  cx,
  hasContent,
  i18n,
  markup,
  str,
  type Classes,
  type Content,
  type Falsy,
} from './shared.tsx';

export type SectionOptions = {
  heading: Content;
  summary?: Content;
  content: Content;
  expanded?: boolean;
};
export type AccordionOptions = Classes & {
  id: string;
  headingLevel?: number;
  items: (SectionOptions | Falsy)[];
  rememberExpanded?: boolean;
  hideAllSectionsText?: string;
  hideSectionText?: string;
  hideSectionAriaLabelText?: string;
  showAllSectionsText?: string;
  showSectionText?: string;
  showSectionAriaLabelText?: string;
};

export function Accordion(o: AccordionOptions) {
  const Heading = `h${o.headingLevel || 2}` as 'h2';
  return (
    <div
      {...attrs(
        {
          class: cx('govuk-accordion', o.classes),
          'data-module': 'govuk-accordion',
          id: str(o.id),
          ...i18n('hide-all-sections', o.hideAllSectionsText),
          ...i18n('hide-section', o.hideSectionText),
          ...i18n('hide-section-aria-label', o.hideSectionAriaLabelText),
          ...i18n('show-all-sections', o.showAllSectionsText),
          ...i18n('show-section', o.showSectionText),
          ...i18n('show-section-aria-label', o.showSectionAriaLabelText),
          'data-remember-expanded':
            o.rememberExpanded === undefined ? undefined : String(o.rememberExpanded),
        },
        o.attributes,
      )}
    >
      {(o.items ?? []).map(
        (item, i) =>
          item && (
            <div
              class={cx(
                'govuk-accordion__section',
                item.expanded && 'govuk-accordion__section--expanded',
              )}
            >
              <div class="govuk-accordion__section-header">
                <Heading class="govuk-accordion__section-heading">
                  <span
                    class="govuk-accordion__section-button"
                    id={`${str(o.id)}-heading-${i + 1}`}
                  >
                    {content(item.heading)}
                  </span>
                </Heading>
                {hasContent(item.summary) && (
                  <div
                    class="govuk-accordion__section-summary govuk-body"
                    id={`${str(o.id)}-summary-${i + 1}`}
                  >
                    {content(item.summary)}
                  </div>
                )}
              </div>
              <div id={`${str(o.id)}-content-${i + 1}`} class="govuk-accordion__section-content">
                {item.content?.html
                  ? markup(item.content.html)
                  : item.content?.text && <p class="govuk-body">{item.content.text}</p>}
              </div>
            </div>
          ),
      )}
    </div>
  );
}
