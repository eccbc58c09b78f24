import type { ComponentChildren } from 'preact';
import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type InsetTextOptions = Content & Classes & { id?: string; children?: ComponentChildren };

export function InsetText(o: InsetTextOptions) {
  return (
    <div
      {...attrs({ id: o.id || undefined, class: cx('govuk-inset-text', o.classes) }, o.attributes)}
    >
      {o.children ?? content(o)}
    </div>
  );
}
