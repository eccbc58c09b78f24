import { Group, type GroupOptions } from './fieldset.tsx';
import {
  described,
  FormGroup,
  HintAndError,
  type FieldOptions,
  type FormGroupManyOptions,
} from './form-group.tsx';
import { Input } from './input.tsx';
import { spaced, attrs, content, cx, type Attributes, type Falsy } from './shared.tsx';

export type DateItemOptions = {
  id?: string;
  name?: string;
  label?: string;
  value?: string | number | null;
  inputmode?: string;
  autocomplete?: string;
  pattern?: string;
  classes?: string;
  error?: boolean | null;
  attributes?: Attributes;
};
type Part = 'day' | 'month' | 'year';
export type DateInputOptions = FieldOptions & {
  id: string;
  namePrefix?: string;
  items?: (DateItemOptions | Falsy)[] | Falsy;
  values?: Record<string, string | number | null | undefined> | Falsy;
  fieldset?: GroupOptions | Falsy;
  formGroup?: FormGroupManyOptions | Falsy;
} & Partial<Record<Part, DateItemOptions | Falsy>>;

const PARTS: Part[] = ['day', 'month', 'year'];
const capitalise = (s: string) => s.charAt(0).toUpperCase() + s.slice(1).toLowerCase();
const hasError = (item: DateItemOptions | Falsy) =>
  Boolean(item && (item.error || item.classes?.includes('govuk-input--error')));

export function DateInput(o: DateInputOptions) {
  const values = o.values || {};
  const group = o.formGroup || {};
  const ids = described(o.id, o, o.fieldset && o.fieldset.describedBy);
  const own = PARTS.map((part) =>
    o[part] !== undefined
      ? o[part]
      : {
          name: part,
          value: values[part],
          classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
        },
  );
  const items = o.items && o.items.length ? o.items : own;
  const anyItemHasError = items.some(hasError);

  const input = (item: DateItemOptions) => {
    const i = PARTS.findIndex((part, n) => {
      const mine = own[n];
      return (
        item === mine || (item.name && (item.name === part || item.name === (mine || {}).name))
      );
    });
    const part = PARTS[i];
    const name = item.name ?? part;
    const given = item.classes ?? '';
    const marked = given.includes('govuk-input--error');
    const error =
      !marked && (item.error || (item.error !== false && o.errorMessage && !anyItemHasError));
    const value = item.value !== undefined ? item.value : part && (own[i] || {}).value;
    const prefixed = cx(o.namePrefix, name).replace(' ', '-');
    return (
      <div class="govuk-date-input__item">
        <Input
          label={{
            text: item.label || capitalise(String(name)),
            classes: 'govuk-date-input__label',
          }}
          id={item.id || `${o.id}-${name}`}
          name={prefixed}
          classes={cx(
            'govuk-date-input__input',
            error && 'govuk-input--error',
            !given.includes('govuk-input--width-') &&
              `govuk-input--width-${part === 'year' ? 4 : 2}`,
            given,
          )}
          value={value !== undefined ? value : values[prefixed]}
          inputmode={item.inputmode || 'numeric'}
          autocomplete={item.autocomplete}
          pattern={item.pattern}
          attributes={item.attributes}
        />
      </div>
    );
  };
  const inner = (
    <>
      <HintAndError options={o} {...ids} />
      <div
        {...attrs({ class: cx('govuk-date-input', o.classes) }, o.attributes, {
          id: o.id || undefined,
        })}
      >
        {content(group.beforeInputs)} {spaced(items.map((item) => item && input(item)))}
        {content(group.afterInputs)}
      </div>
    </>
  );
  return (
    <FormGroup options={group} error={o.errorMessage}>
      {o.fieldset ? (
        <Group fieldset={o.fieldset} role="group" describedBy={ids.describedBy}>
          {inner}
        </Group>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
