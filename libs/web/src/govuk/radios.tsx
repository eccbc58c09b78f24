import { Choices, type ChoiceOptions, type ChoicesOptions } from './choices.tsx';
import type { Falsy } from './shared.tsx';

export type RadiosOptions = ChoicesOptions<ChoiceOptions> & { value?: string | number | Falsy };

export function Radios(o: RadiosOptions) {
  return (
    <Choices
      kind="radios"
      options={o}
      describedBy={o.fieldset && o.fieldset.describedBy}
      input={(item) => ({
        type: 'radio',
        name: o.name,
        // eslint-disable-next-line eqeqeq -- upstream compares loosely, so 1 and "1" match
        checked: Boolean(
          item.checked || (o.value && item.value == o.value && item.checked !== false),
        ),
      })}
    />
  );
}
