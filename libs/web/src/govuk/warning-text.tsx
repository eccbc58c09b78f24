import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type WarningTextOptions = Content & Classes & { iconFallbackText?: string };

export function WarningText(o: WarningTextOptions) {
  return (
    <div {...attrs({ class: cx('govuk-warning-text', o.classes) }, o.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{o.iconFallbackText || 'Warning'}</span> {content(o)}
      </strong>
    </div>
  );
}
