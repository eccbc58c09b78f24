import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type BackLinkOptions = Content & Classes & { href?: string };

export function BackLink(o: BackLinkOptions) {
  return (
    <a {...attrs({ href: o.href || '#', class: cx('govuk-back-link', o.classes) }, o.attributes)}>
      {content({ html: o.html, text: o.text || 'Back' })}
    </a>
  );
}
