import type { AnyText, Lang, Param } from '../text/texts.ts';
import { shellText } from '../text/texts.ts';
import type { ErrorMessageOptions } from '../govuk/error-message.tsx';

/** A value in an error's words, or the key of a text to put there. */
export type ErrorParam = Param | { readonly key: string };

export interface FieldError {
  /** Name and id of the field. */
  readonly field: string;
  /** The text that names the field and the mend. */
  readonly key: string;
  readonly params?: Readonly<Record<string, ErrorParam>>;
  /** Which part of a date is wrong; the link of the summary goes there. */
  readonly part?: 'day' | 'month' | 'year';
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of an error. An unknown key still tells the person something true. */
export function errorText(t: AnyText, error: FieldError): string {
  const params = Object.fromEntries(
    Object.entries(error.params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? t.dynamic(value.key) : value,
    ]),
  );
  return capitalise(t.dynamic(t.has(error.key) ? error.key : 'web.field.unknown', params));
}

const errorHref = (e: FieldError): string => `#${e.part ? `${e.field}-${e.part}` : e.field}`;

/** For the page's error summary: one line an error, each a link to its field. */
export const summaryItems = (t: AnyText, errors: readonly FieldError[]) =>
  errors.map((e) => ({ text: errorText(t, e), href: errorHref(e) }));

export interface FieldErrors {
  readonly list: readonly FieldError[];
  /** What a component takes as `errorMessage`; undefined when the field is fine. */
  of(field: string): ErrorMessageOptions | undefined;
  has(field: string): boolean;
}

export function fieldErrors(
  view: { t: AnyText; lang: Lang },
  list: readonly FieldError[] = [],
): FieldErrors {
  const first = (field: string) => list.find((e) => e.field === field);
  return {
    list,
    has: (field) => first(field) !== undefined,
    of: (field) => {
      const error = first(field);
      return (
        error && {
          text: errorText(view.t, error),
          visuallyHiddenText: shellText(view.lang)('web.errorWord'),
        }
      );
    },
  };
}
