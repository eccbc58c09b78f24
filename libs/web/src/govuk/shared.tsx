import { jsxTemplate } from 'preact/jsx-runtime';
import type { ComponentChildren, VNode } from 'preact';

export type Scalar = string | number | boolean | null | undefined;
export type Attributes = Record<string, Scalar | { value: Scalar; optional?: boolean }>;
/** Markup: JSX (escaped by default), or a string of trusted HTML. */
export type Html = string | VNode;
export type Content = { text?: string | number | null; html?: Html | null };
export type Classes = { classes?: string; attributes?: Attributes };
export type Falsy = false | null | undefined | '';

/** Trusted HTML with no wrapper element. */
export const raw = (html: string): VNode => jsxTemplate([html]) as VNode;
export const markup = (html: Html): VNode => (typeof html === 'string' ? raw(html) : html);
/** `params.html | safe if params.html else params.text` */
export const content = (c: Content | Falsy, fallback?: string): ComponentChildren =>
  !c ? fallback : c.html ? markup(c.html) : (c.text ?? fallback);
export const hasContent = (c: Content | Falsy): c is Content => Boolean(c && (c.html || c.text));
export const cx = (...classes: (string | Falsy)[]): string => classes.filter(Boolean).join(' ');
export const str = (v: Scalar): string => (v === null || v === undefined ? '' : String(v));

const RESERVED = new Set(['key', 'ref', 'children', 'dangerouslySetInnerHTML']);
/** govukAttributes: every name is written, empty values as "", unless { optional: true }. */
function expand(map: Attributes | Falsy): Record<string, string | true> {
  const out: Record<string, string | true> = {};
  for (const [name, item] of Object.entries(map || {})) {
    if (RESERVED.has(name)) throw new Error(`"${name}" is not usable as an HTML attribute`);
    const { value, optional } =
      typeof item === 'object' && item !== null ? item : { value: item, optional: false };
    if (optional && (value === null || value === undefined || value === false)) continue;
    out[name] = optional && value === true ? true : str(value);
  }
  return out;
}
/** Own attributes first (undefined, null and false are left out), then the caller's; as in HTML the first of a name wins. */
export const attrs = (
  own: Record<string, Scalar>,
  extra?: Attributes | Falsy,
  after: Record<string, Scalar> = {},
) => {
  const keep = (m: Record<string, Scalar>) =>
    Object.fromEntries(
      Object.entries(m).filter(([, v]) => v !== undefined && v !== null && v !== false),
    );
  return { ...keep(after), ...expand(extra), ...keep(own) };
};

export function i18n(
  key: string,
  message: string | Record<string, string> | Falsy,
): Record<string, Scalar> {
  if (!message) return {};
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message };
  return Object.fromEntries(
    Object.entries(message).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]),
  );
}

/** Items with a space between: upstream's CSS makes some of them inline-block, where it shows. */
export const spaced = (items: ComponentChildren[]): ComponentChildren =>
  items.map((item, i) => (i ? <> {item}</> : item));
