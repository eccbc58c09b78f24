import { Field, type LabelledOptions } from './form-group.tsx';
import { attrs, cx, str, type Attributes, type Falsy } from './shared.tsx';

export type SelectItemOptions = {
  value?: string | number | null;
  text: string | number;
  selected?: boolean | null;
  disabled?: boolean;
  attributes?: Attributes;
};
export type SelectOptions = LabelledOptions & {
  items: (SelectItemOptions | Falsy)[];
  value?: string | number | Falsy;
};

export function Select(o: SelectOptions) {
  const id = o.id || o.name;
  return (
    <Field options={o} id={id}>
      {(describedBy) => (
        <select
          {...attrs(
            {
              class: cx('govuk-select', o.classes, o.errorMessage && 'govuk-select--error'),
              id: str(id),
              name: str(o.name),
              disabled: o.disabled,
              'aria-describedby': describedBy,
            },
            o.attributes,
          )}
        >
          {(o.items ?? []).map(
            (item) =>
              item && (
                <option
                  {...attrs(
                    {
                      value: item.value === undefined ? undefined : str(item.value),

                      selected: Boolean(
                        item.selected ||
                        (o.value &&
                          String(item.value ?? item.text) === String(o.value) &&
                          item.selected !== false),
                      ),
                      disabled: item.disabled,
                    },
                    item.attributes,
                  )}
                >
                  {item.text}
                </option>
              ),
          )}
        </select>
      )}
    </Field>
  );
}
