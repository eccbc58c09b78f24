import { Fragment, isValidElement } from 'preact';
import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime';

/** HTML that is written as it stands, with what is still to be drawn between its parts. */
interface Woven {
  readonly tpl: string[];
  readonly exprs: ComponentChild[];
}

/** The form that preact has for a template, if the element is one. */
const wovenOf = ({ type, props }: VNode): Woven | undefined =>
  type === Fragment && 'tpl' in props ? (props as unknown as Woven) : undefined;

function write(into: Woven, html: string): void {
  into.tpl[into.tpl.length - 1] += html;
}

/** A template within a template becomes part of it: a row of such cells is one text in the end. */
function weave(into: Woven, value: ComponentChildren): void {
  if (Array.isArray(value)) {
    for (const each of value as ComponentChild[]) weave(into, each);
    return;
  }
  if (!isValidElement(value)) {
    // Only what stands in the template itself is trusted; parts of a page escape themselves.
    write(into, (jsxEscape(value) as string | null) ?? '');
    return;
  }
  const inner = wovenOf(value);
  if (!inner) {
    into.exprs.push(value);
    into.tpl.push('');
    return;
  }
  write(into, inner.tpl[0]!);
  into.exprs.push(...inner.exprs);
  into.tpl.push(...inner.tpl.slice(1));
}

/** The same for parts that are put together while running. */
export function fillTemplate(parts: readonly string[], values: ComponentChildren[]): VNode {
  const into: Woven = { tpl: [parts[0] ?? ''], exprs: [] };
  values.forEach((value, n) => {
    weave(into, value);
    write(into, parts[n + 1] ?? '');
  });
  return jsxTemplate(into.tpl, ...into.exprs) as VNode;
}

/**
 * For what a page shows hundreds of times: HTML that is written as it stands, with values between its
 * elements or within the double quotes of an attribute. An element of JSX is looked at attribute by
 * attribute whenever it is drawn, which takes ten times as long. A component that is a template may be
 * called as a function: drawn by its name, it is looked for first.
 */
export const template = (parts: TemplateStringsArray, ...values: ComponentChildren[]): VNode =>
  fillTemplate(parts, values);
