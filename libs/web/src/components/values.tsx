import {
  dayIn,
  formatDay,
  formatMoment,
  formatMoney,
  isoDay,
  type Instant,
  type Money,
} from '#kernel';
import type { PlainDate, Zone } from '#kernel';
import type { ComponentChildren } from 'preact';
import { cx } from '../govuk/shared.tsx';
import { template } from '../page/template.ts';
import type { Lang } from '../text/texts.ts';

/** An amount with its currency, digits of equal width, never broken over two lines. */
export const MoneyFigure = (o: { money: Money; lang: Lang; size?: 'inline' | 'large' }) => (
  <data
    class={cx('vb-money', o.size === 'large' && 'vb-money--large')}
    value={`${o.money.minor} ${o.money.currency}`}
  >
    {formatMoney(o.money, o.lang)}
  </data>
);

/** A legal day: "4 December 2026". */
export const Day = (o: { day: PlainDate; lang: Lang }) =>
  template`<time class="vb-nowrap" datetime="${isoDay(o.day)}">${formatDay(o.day, o.lang)}</time>`;

/** A moment with the zone it is written in, or only its day there. */
export const DateTime = (o: { at: Instant; zone: Zone; lang: Lang; only?: 'day' }) => (
  <time dateTime={o.at.toString()}>
    {o.only === 'day' ? formatDay(dayIn(o.at, o.zone), o.lang) : formatMoment(o.at, o.zone, o.lang)}
  </time>
);

/** A case's or a bond's reference; not broken at its hyphens. */
export const Reference = (o: { code: string }) =>
  template`<span class="vb-nowrap">${o.code}</span>`;

export type Tone = 'neutral' | 'info' | 'good' | 'wait' | 'bad';

/** A short word that says why a row is here. The words carry the meaning, colour only helps. */
export const Badge = (o: { children: ComponentChildren; tone?: Tone }) =>
  template`<strong class="vb-badge vb-badge--${o.tone ?? 'neutral'}">${o.children}</strong>`;
