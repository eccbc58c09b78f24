// What radios and checkboxes share.
import { Hint, type HintOptions } from './hint.tsx';
import { Label } from './label.tsx';
import {
  described,
  FormGroup,
  HintAndError,
  type FieldOptions,
  type FormGroupManyOptions,
} from './form-group.tsx';
import { Group, type GroupOptions } from './fieldset.tsx';
import {
  attrs,
  content,
  cx,
  hasContent,
  markup,
  str,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
  type Html,
} from './shared.tsx';

export type ChoiceOptions = Content & {
  id?: string;
  value: string | number;
  label?: Classes;
  hint?: HintOptions | Falsy;
  checked?: boolean | null;
  disabled?: boolean;
  conditional?: { html?: Html } | Falsy;
  attributes?: Attributes;
};
export type DividerOptions = { divider: string };
export type ChoicesOptions<Item> = FieldOptions & {
  idPrefix?: string;
  name: string;
  fieldset?: GroupOptions | Falsy;
  formGroup?: FormGroupManyOptions | Falsy;
  items: (Item | DividerOptions | Falsy)[];
};

type Input = {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  behaviour?: string;
  describedBy?: string;
};

export function Choices<Item extends ChoiceOptions>({
  kind,
  options: o,
  describedBy,
  input,
}: {
  kind: 'radios' | 'checkboxes';
  options: ChoicesOptions<Item>;
  describedBy: string | Falsy;
  input: (item: Item, describedBy: string) => Input;
}) {
  const idPrefix = o.idPrefix || o.name;
  const ids = described(idPrefix, o, describedBy);
  const group = o.formGroup || {};
  const inner = (
    <>
      <HintAndError options={o} {...ids} />
      <div
        {...attrs({ class: cx(`govuk-${kind}`, o.classes) }, o.attributes, {
          'data-module': `govuk-${kind}`,
        })}
      >
        {content(group.beforeInputs)}{' '}
        {(o.items ?? []).map(
          (item, i) =>
            item &&
            ('divider' in item && item.divider ? (
              <div class={`govuk-${kind}__divider`}>{item.divider}</div>
            ) : (
              <Choice
                kind={kind}
                item={item as Item}
                id={(item as Item).id || idPrefix + (i ? `-${i + 1}` : '')}
                input={input(item as Item, ids.describedBy)}
              />
            )),
        )}
        {content(group.afterInputs)}
      </div>
    </>
  );
  return (
    <FormGroup options={group} error={o.errorMessage}>
      {o.fieldset ? (
        <Group fieldset={o.fieldset} describedBy={ids.describedBy}>
          {inner}
        </Group>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

function Choice({
  kind,
  item,
  id,
  input,
}: {
  kind: string;
  item: ChoiceOptions;
  id: string;
  input: Input;
}) {
  const hint = hasContent(item.hint || null) ? (item.hint as HintOptions) : null;
  const hintId = `${id}-item-hint`;
  const revealed = item.conditional && item.conditional.html;
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          {...attrs(
            {
              class: `govuk-${kind}__input`,
              id,
              name: str(input.name),
              type: input.type,
              value: str(item.value),
              checked: input.checked,
              disabled: item.disabled || undefined,
              'data-aria-controls': revealed ? `conditional-${id}` : undefined,
              'data-behaviour': input.behaviour || undefined,
              'aria-describedby': cx(input.describedBy, hint && hintId) || undefined,
            },
            item.attributes,
          )}
        />
        <Label
          text={item.text}
          html={item.html}
          classes={cx(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hint && <Hint {...hint} id={hintId} classes={cx(`govuk-${kind}__hint`, hint.classes)} />}
      </div>
      {revealed && (
        <div
          class={cx(
            `govuk-${kind}__conditional`,
            !input.checked && `govuk-${kind}__conditional--hidden`,
          )}
          id={`conditional-${id}`}
        >
          {markup(revealed)}
        </div>
      )}
    </>
  );
}
