import type { ComponentChildren } from 'preact';
import {
  attrs,
  content,
  cx,
  hasContent,
  markup,
  type Classes,
  type Content,
  type Falsy,
  type Html,
} from './shared.tsx';

export type LegendOptions = Content & { classes?: string; isPageHeading?: boolean };
export type FieldsetOptions = Classes & {
  describedBy?: string;
  legend?: LegendOptions | Falsy;
  role?: string;
  html?: Html;
  children?: ComponentChildren;
};

export function Fieldset(o: FieldsetOptions) {
  const { legend } = o;
  return (
    <fieldset
      {...attrs(
        {
          class: cx('govuk-fieldset', o.classes),
          role: o.role || undefined,
          'aria-describedby': o.describedBy || undefined,
        },
        o.attributes,
      )}
    >
      {hasContent(legend) && (
        <legend class={cx('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? (
            <h1 class="govuk-fieldset__heading">{content(legend)}</h1>
          ) : (
            content(legend)
          )}
        </legend>
      )}
      {o.children ?? (o.html && markup(o.html))}
    </fieldset>
  );
}

/** The part of a fieldset's options that a field of several inputs takes. */
export type GroupOptions = Pick<
  FieldsetOptions,
  'describedBy' | 'legend' | 'classes' | 'attributes'
>;
export const Group = ({
  fieldset: f,
  ...o
}: {
  fieldset: GroupOptions;
  role?: string;
  describedBy: string;
  children: ComponentChildren;
}) => <Fieldset classes={f.classes} attributes={f.attributes} legend={f.legend} {...o} />;
