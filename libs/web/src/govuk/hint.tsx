import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type HintOptions = Content & Classes & { id?: string };

export function Hint(o: HintOptions) {
  return (
    <div {...attrs({ id: o.id || undefined, class: cx('govuk-hint', o.classes) }, o.attributes)}>
      {content(o)}
    </div>
  );
}
