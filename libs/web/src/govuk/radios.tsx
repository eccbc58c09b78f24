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
        checked: Boolean(
          item.checked ||
          (o.value && String(item.value) === String(o.value) && item.checked !== false),
        ),
      })}
    />
  );
}
