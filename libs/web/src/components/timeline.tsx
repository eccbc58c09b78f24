import type { ComponentChildren } from 'preact';
import { shellText } from '../text/texts.ts';
import type { Lang } from '../text/texts.ts';

export type TimelineItem = {
  title: string;
  /** A <DateTime> or a <Day>. */
  when: ComponentChildren;
  /** Who did it, as the reader may know it. */
  by?: string;
  children?: ComponentChildren;
};

/** A case's history with dates, newest first as the caller orders it. */
export function Timeline(o: {
  lang: Lang;
  items: readonly TimelineItem[];
  headingLevel?: 2 | 3 | 4;
}) {
  const t = shellText(o.lang);
  const Heading = `h${o.headingLevel ?? 3}` as 'h3';
  return (
    <div class="moj-timeline">
      {o.items.map((item) => (
        <div class="moj-timeline__item">
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.title}</Heading>{' '}
            {item.by && (
              <p class="moj-timeline__byline">{t('web.timeline.by', { who: item.by })}</p>
            )}
          </div>
          <p class="moj-timeline__date">{item.when}</p>
          {item.children && <div class="moj-timeline__description">{item.children}</div>}
        </div>
      ))}
    </div>
  );
}
