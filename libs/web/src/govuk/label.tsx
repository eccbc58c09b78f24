import { attrs, content, cx, hasContent, type Classes, type Content } from './shared.tsx';

export type LabelOptions = Content & Classes & { for?: string; isPageHeading?: boolean };

export function Label(o: LabelOptions) {
  if (!hasContent(o)) return null;
  const label = (
    <label
      {...attrs({ class: cx('govuk-label', o.classes) }, o.attributes, { for: o.for || undefined })}
    >
      {content(o)}
    </label>
  );
  return o.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
