import type { ComponentChildren } from 'preact';
import { attrs, content, cx, markup, type Classes, type Content, type Html } from './shared.tsx';

export type NotificationBannerOptions = Content &
  Classes & {
    titleText?: string;
    titleHtml?: Html;
    titleHeadingLevel?: number | string;
    type?: 'success' | (string & {});
    role?: string;
    titleId?: string;
    disableAutoFocus?: boolean;
    children?: ComponentChildren;
  };

export function NotificationBanner(o: NotificationBannerOptions) {
  const success = o.type === 'success';
  const Heading = `h${o.titleHeadingLevel || 2}` as 'h2';
  const titleId = o.titleId || 'govuk-notification-banner-title';
  const body = o.children ?? (o.html && markup(o.html));
  return (
    <div
      {...attrs(
        {
          class: cx(
            'govuk-notification-banner',
            success && 'govuk-notification-banner--success',
            o.classes,
          ),
          role: o.role || (success ? 'alert' : 'region'),
          'aria-labelledby': titleId,
          'data-module': 'govuk-notification-banner',
          'data-disable-auto-focus':
            o.disableAutoFocus === undefined ? undefined : String(o.disableAutoFocus),
        },
        o.attributes,
      )}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {content({ text: o.titleText || (success ? 'Success' : 'Important'), html: o.titleHtml })}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {body || (o.text && <p class="govuk-notification-banner__heading">{o.text}</p>)}
      </div>
    </div>
  );
}
