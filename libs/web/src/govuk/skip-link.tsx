import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type SkipLinkOptions = Content & Classes & { href?: string };

export function SkipLink(o: SkipLinkOptions) {
  return (
    <a
      {...attrs(
        { href: o.href || '#content', class: cx('govuk-skip-link', o.classes) },
        o.attributes,
        { 'data-module': 'govuk-skip-link' },
      )}
    >
      {content(o)}
    </a>
  );
}
