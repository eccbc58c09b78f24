import type { ComponentChildren } from 'preact';
import { shellText } from '../text/texts.ts';
import type { Lang } from '../text/texts.ts';
import type { Tone } from './values.tsx';

export type StatusPanelOptions = {
  lang: Lang;
  /** One sentence: where the case stands. */
  status: string;
  /** What happens next, in a sentence or two. */
  next?: ComponentChildren;
  /** Who must act; 'you' when it is the reader, 'nobody' when all is done. */
  who?: 'you' | 'nobody' | { name: string };
  tone?: Tone;
  headingLevel?: 1 | 2;
  /** A button or link for what must be done now. */
  children?: ComponentChildren;
};

/** The first thing on a case page: status, who must act, and what happens next. */
export function StatusPanel(o: StatusPanelOptions) {
  const t = shellText(o.lang);
  const Heading = `h${o.headingLevel ?? 2}` as 'h2';
  const who =
    o.who === 'you'
      ? t('web.status.you')
      : o.who === 'nobody'
        ? t('web.status.nobody')
        : o.who?.name;
  return (
    <section class={`vb-status vb-status--${o.tone ?? 'info'}`}>
      <Heading class="vb-status__sentence">{o.status}</Heading>
      {(o.next || who) && (
        <dl class="vb-status__facts">
          {who && (
            <div class="vb-status__fact">
              <dt>{t('web.status.who')}</dt>
              <dd>{who}</dd>
            </div>
          )}
          {o.next && (
            <div class="vb-status__fact vb-status__fact--wide">
              <dt>{t('web.status.next')}</dt>
              <dd>{o.next}</dd>
            </div>
          )}
        </dl>
      )}
      {o.children && <div class="vb-status__action">{o.children}</div>}
    </section>
  );
}
