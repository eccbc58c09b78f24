import type { ComponentChildren } from 'preact';
import {
  attrs,
  content,
  cx,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
  type Html,
} from './shared.tsx';

export type ErrorItemOptions = Content & { href?: string; attributes?: Attributes };
export type ErrorSummaryOptions = Classes & {
  titleText?: string;
  titleHtml?: Html;
  descriptionText?: string;
  descriptionHtml?: Html;
  errorList?: (ErrorItemOptions | Falsy)[] | Falsy;
  disableAutoFocus?: boolean;
  children?: ComponentChildren;
};

export function ErrorSummary(o: ErrorSummaryOptions) {
  const description = o.children ?? content({ text: o.descriptionText, html: o.descriptionHtml });
  return (
    <div
      {...attrs(
        {
          class: cx('govuk-error-summary', o.classes),
          'data-disable-auto-focus':
            o.disableAutoFocus === undefined ? undefined : String(o.disableAutoFocus),
        },
        o.attributes,
        { 'data-module': 'govuk-error-summary' },
      )}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          {content({ text: o.titleText, html: o.titleHtml })}
        </h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {o.errorList && o.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {o.errorList.map(
                (item) =>
                  item && (
                    <li>
                      {item.href ? (
                        <a {...attrs({ href: item.href }, item.attributes)}>{content(item)}</a>
                      ) : (
                        content(item)
                      )}
                    </li>
                  ),
              )}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
