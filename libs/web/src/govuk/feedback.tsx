import type { ComponentChildren } from 'preact';
import { attrs, content, cx, markup, type Classes, type Content, type Html } from './shared.tsx';

export type FeedbackOptions = Content &
  Classes & {
    headingLevel?: number;
    titleText?: string;
    titleHtml?: Html;
    children?: ComponentChildren;
  };

export function Feedback(o: FeedbackOptions) {
  const Heading = `h${o.headingLevel || 2}` as 'h2';
  const body =
    o.children ?? (o.html ? markup(o.html) : o.text && <p class="govuk-body">{o.text}</p>);
  return (
    <div {...attrs({ class: cx('govuk-feedback govuk-width-container', o.classes) }, o.attributes)}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">
            {content({ html: o.titleHtml, text: o.titleText })}
          </Heading>
          {body && <div class="govuk-feedback__body">{body}</div>}
        </div>
      </div>
    </div>
  );
}
