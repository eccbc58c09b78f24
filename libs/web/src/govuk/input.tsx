import { Field, type LabelledOptions } from './form-group.tsx';
import { attrs, content, cx, hasContent, str, type Classes, type Content } from './shared.tsx';

export type InputOptions = LabelledOptions & {
  type?: string;
  value?: string | number | null;
  inputmode?: string;
  autocomplete?: string;
  autocapitalize?: string;
  pattern?: string;
  spellcheck?: boolean;
  prefix?: Content & Classes;
  suffix?: Content & Classes;
  inputWrapper?: Classes;
};

const Affix = ({ kind, options: o }: { kind: 'prefix' | 'suffix'; options: Content & Classes }) => (
  <div
    {...attrs(
      { class: cx(`govuk-input__${kind}`, o.classes), 'aria-hidden': 'true' },
      o.attributes,
    )}
  >
    {content(o)}
  </div>
);

export function Input(o: InputOptions) {
  const id = o.id || o.name;
  const { beforeInput, afterInput } = o.formGroup || {};
  return (
    <Field options={o} id={id} slots={false}>
      {(describedBy) => {
        const input = (
          <input
            {...attrs(
              {
                class: cx('govuk-input', o.classes, o.errorMessage && 'govuk-input--error'),
                id: str(id),
                name: str(o.name),
                type: o.type || 'text',
                spellcheck: typeof o.spellcheck === 'boolean' ? String(o.spellcheck) : undefined,
                value: o.value,
                disabled: o.disabled,
                'aria-describedby': describedBy,
                autocomplete: o.autocomplete,
                autocapitalize: o.autocapitalize,
                pattern: o.pattern,
                inputmode: o.inputmode,
              },
              o.attributes,
            )}
          />
        );
        if (![o.prefix, o.suffix, beforeInput, afterInput].some(hasContent)) return input;
        return (
          <div
            {...attrs(
              { class: cx('govuk-input__wrapper', o.inputWrapper?.classes) },
              o.inputWrapper?.attributes,
            )}
          >
            {content(beforeInput)}
            {hasContent(o.prefix) && <Affix kind="prefix" options={o.prefix} />}
            {input}
            {hasContent(o.suffix) && <Affix kind="suffix" options={o.suffix} />}
            {content(afterInput)}
          </div>
        );
      }}
    </Field>
  );
}
