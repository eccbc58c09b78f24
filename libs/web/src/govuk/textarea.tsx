import { Field, type LabelledOptions } from './form-group.tsx';
import { attrs, cx, str } from './shared.tsx';

export type TextareaOptions = LabelledOptions & {
  rows?: number | string;
  value?: string | null;
  spellcheck?: boolean;
  autocomplete?: string;
};

export function Textarea(o: TextareaOptions) {
  const id = o.id || o.name;
  return (
    <Field options={o} id={id}>
      {(describedBy) => (
        <textarea
          {...attrs(
            {
              class: cx('govuk-textarea', o.errorMessage && 'govuk-textarea--error', o.classes),
              id: str(id),
              name: str(o.name),
              rows: o.rows || 5,
              spellcheck: typeof o.spellcheck === 'boolean' ? String(o.spellcheck) : undefined,
              disabled: o.disabled,
              'aria-describedby': describedBy,
              autocomplete: o.autocomplete || undefined,
            },
            o.attributes,
          )}
        >
          {str(o.value)}
        </textarea>
      )}
    </Field>
  );
}
