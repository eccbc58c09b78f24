import { Button } from './button.tsx';
import { attrs, cx, hasContent, type Classes, type Content } from './shared.tsx';

export type ExitThisPageOptions = Content &
  Classes & {
    id?: string;
    redirectUrl?: string;
    activatedText?: string;
    timedOutText?: string;
    pressTwoMoreTimesText?: string;
    pressOneMoreTimeText?: string;
  };

export function ExitThisPage(o: ExitThisPageOptions) {
  return (
    <div
      {...attrs(
        {
          id: o.id || undefined,
          class: cx('govuk-exit-this-page', o.classes),
          'data-module': 'govuk-exit-this-page',
        },
        o.attributes,
        {
          'data-i18n.activated': o.activatedText || undefined,
          'data-i18n.timed-out': o.timedOutText || undefined,
          'data-i18n.press-two-more-times': o.pressTwoMoreTimesText || undefined,
          'data-i18n.press-one-more-time': o.pressOneMoreTimeText || undefined,
        },
      )}
    >
      <Button
        html={
          hasContent(o) ? (
            o.html
          ) : (
            <>
              <span class="govuk-visually-hidden">Emergency</span> Exit this page
            </>
          )
        }
        text={o.text}
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={o.redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      />
    </div>
  );
}
