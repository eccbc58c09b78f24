import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type TagOptions = Content & Classes;

export function Tag(o: TagOptions) {
  return (
    <strong {...attrs({ class: cx('govuk-tag', o.classes) }, o.attributes)}>{content(o)}</strong>
  );
}
