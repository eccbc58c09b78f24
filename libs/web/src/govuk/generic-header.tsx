import { attrs, content, cx, type Classes, type Html } from './shared.tsx';

export type GenericHeaderOptions = Classes & {
  logoText?: string;
  logoHtml?: Html;
  url?: string;
  containerClasses?: string;
  namespace?: string;
};

export function GenericHeader({ namespace: ns = 'govuk-generic', ...o }: GenericHeaderOptions) {
  return (
    <div {...attrs({ class: cx(`${ns}-header`, o.classes) }, o.attributes)}>
      <div class={`${ns}-header__container ${o.containerClasses || 'govuk-width-container'}`}>
        <div class={`${ns}-header__logo`}>
          <a href={o.url || '/'} class={`${ns}-header__homepage-link`}>
            {content({ html: o.logoHtml, text: o.logoText })}
          </a>
        </div>
      </div>
    </div>
  );
}
