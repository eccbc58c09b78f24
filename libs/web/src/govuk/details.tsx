import type { ComponentChildren } from 'preact';
import { attrs, content, cx, type Classes, type Content, type Html } from './shared.tsx';

export type DetailsOptions = Content &
  Classes & {
    summaryText?: string;
    summaryHtml?: Html;
    id?: string;
    open?: boolean;
    children?: ComponentChildren;
  };

export function Details(o: DetailsOptions) {
  return (
    <details
      {...attrs({ id: o.id || undefined, class: cx('govuk-details', o.classes) }, o.attributes, {
        open: o.open || undefined,
      })}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {content({ text: o.summaryText, html: o.summaryHtml })}
        </span>
      </summary>
      <div class="govuk-details__text">{o.children ?? content(o)}</div>
    </details>
  );
}
