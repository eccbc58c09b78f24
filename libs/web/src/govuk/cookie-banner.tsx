import { Button } from './button.tsx';
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

export type CookieActionOptions = {
  text: string;
  type?: string;
  href?: string;
  name?: string;
  value?: string;
  classes?: string;
  attributes?: Attributes;
};
export type CookieMessageOptions = Content &
  Classes & {
    headingText?: string;
    headingHtml?: Html;
    actions?: CookieActionOptions[] | Falsy;
    hidden?: boolean;
    role?: string;
  };
export type CookieBannerOptions = Classes & {
  ariaLabel?: string;
  hidden?: boolean;
  messages: CookieMessageOptions[];
};

export function CookieBanner(o: CookieBannerOptions) {
  return (
    <div
      {...attrs(
        {
          class: cx('govuk-cookie-banner', o.classes),
          'data-nosnippet': '',
          role: 'region',
          'aria-label': o.ariaLabel || 'Cookie banner',
          hidden: o.hidden || undefined,
        },
        o.attributes,
      )}
    >
      {(o.messages ?? []).map((m) => (
        <div
          {...attrs(
            {
              class: cx('govuk-cookie-banner__message', m.classes, 'govuk-width-container'),
              role: m.role || undefined,
            },
            m.attributes,
            { hidden: m.hidden || undefined },
          )}
        >
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              {(m.headingHtml || m.headingText) && (
                <h2 class="govuk-cookie-banner__heading govuk-heading-m">
                  {content({ html: m.headingHtml, text: m.headingText })}
                </h2>
              )}
              <div class="govuk-cookie-banner__content">
                {m.html ? markup(m.html) : m.text && <p class="govuk-body">{m.text}</p>}
              </div>
            </div>
          </div>
          {m.actions && (
            <div class="govuk-button-group">
              {m.actions.map((a) =>
                !a.href || a.type === 'button' ? (
                  <>
                    {' '}
                    <Button
                      text={a.text}
                      type={a.type || 'button'}
                      name={a.name}
                      value={a.value}
                      classes={a.classes}
                      href={a.href}
                      attributes={a.attributes}
                    />{' '}
                  </>
                ) : (
                  <>
                    {' '}
                    <a
                      {...attrs({ class: cx('govuk-link', a.classes), href: a.href }, a.attributes)}
                    >
                      {a.text}
                    </a>{' '}
                  </>
                ),
              )}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
