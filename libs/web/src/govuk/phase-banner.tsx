import { Tag, type TagOptions } from './tag.tsx';
import { attrs, content, cx, type Classes, type Content } from './shared.tsx';

export type PhaseBannerOptions = Content & Classes & { tag: TagOptions };

export function PhaseBanner(o: PhaseBannerOptions) {
  const tag = o.tag ?? {};
  return (
    <div
      {...attrs({ class: cx('govuk-phase-banner govuk-width-container', o.classes) }, o.attributes)}
    >
      <p class="govuk-phase-banner__content">
        <Tag
          text={tag.text}
          html={tag.html}
          classes={cx('govuk-phase-banner__content__tag', tag.classes)}
        />{' '}
        <span class="govuk-phase-banner__text">{content(o)}</span>
      </p>
    </div>
  );
}
