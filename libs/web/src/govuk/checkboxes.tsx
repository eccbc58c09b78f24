import { Choices, type ChoiceOptions, type ChoicesOptions } from './choices.tsx';
import type { Falsy } from './shared.tsx';

export type CheckboxOptions = ChoiceOptions & {
  name?: string;
  behaviour?: 'exclusive' | (string & {});
};
export type CheckboxesOptions = ChoicesOptions<CheckboxOptions> & {
  values?: (string | number)[] | Falsy;
  describedBy?: string;
};

export function Checkboxes(o: CheckboxesOptions) {
  return (
    <Choices
      kind="checkboxes"
      options={o}
      describedBy={(o.fieldset && o.fieldset.describedBy) || o.describedBy}
      input={(item, describedBy) => ({
        type: 'checkbox',
        name: item.name || o.name,
        checked: Boolean(
          item.checked || (o.values && o.values.includes(item.value) && item.checked !== false),
        ),
        behaviour: item.behaviour,
        describedBy: o.fieldset ? '' : describedBy,
      })}
    />
  );
}
