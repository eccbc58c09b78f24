import { attrs, content, cx, type Classes, type Content, type Falsy } from './shared.tsx';

export type ErrorMessageOptions = Content &
  Classes & { id?: string; visuallyHiddenText?: string | Falsy };

export function ErrorMessage({ visuallyHiddenText = 'Error', ...o }: ErrorMessageOptions) {
  return (
    <p
      {...attrs(
        { id: o.id || undefined, class: cx('govuk-error-message', o.classes) },
        o.attributes,
      )}
    >
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {content(o)}
    </p>
  );
}
