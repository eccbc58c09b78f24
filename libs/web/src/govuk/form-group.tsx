import type { ComponentChildren } from 'preact';
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx';
import { Hint, type HintOptions } from './hint.tsx';
import { Label, type LabelOptions } from './label.tsx';
import { attrs, content, cx, type Classes, type Content, type Falsy } from './shared.tsx';

export type FormGroupOptions = Classes & { beforeInput?: Content; afterInput?: Content };
export type FormGroupManyOptions = Classes & { beforeInputs?: Content; afterInputs?: Content };
/** What every field takes. */
export type FieldOptions = {
  hint?: HintOptions | Falsy;
  errorMessage?: ErrorMessageOptions | Falsy;
  classes?: string;
  attributes?: Classes['attributes'];
};
export type LabelledOptions = FieldOptions & {
  id?: string;
  name: string;
  label: LabelOptions;
  describedBy?: string;
  disabled?: boolean;
  formGroup?: FormGroupOptions | Falsy;
};

/** Ids of the hint and the error, and the whole aria-describedby. */
export function described(id: string, o: FieldOptions, describedBy?: string | Falsy) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  return {
    hintId,
    errorId,
    describedBy: cx(describedBy, o.hint && hintId, o.errorMessage && errorId),
  };
}

export function FormGroup(o: {
  options?: Classes | Falsy;
  error: unknown;
  children: ComponentChildren;
}) {
  const group = o.options || {};
  return (
    <div
      {...attrs(
        { class: cx('govuk-form-group', o.error ? 'govuk-form-group--error' : '', group.classes) },
        group.attributes,
      )}
    >
      {o.children}
    </div>
  );
}

export function HintAndError({
  options,
  hintId,
  errorId,
}: {
  options: FieldOptions;
  hintId: string;
  errorId: string;
}) {
  return (
    <>
      {options.hint && <Hint {...options.hint} id={hintId} />}
      {options.errorMessage && <ErrorMessage {...options.errorMessage} id={errorId} />}
    </>
  );
}

/** The group, label, hint and error about one control. */
export function Field({
  options: o,
  id,
  children,
  slots = true,
}: {
  options: LabelledOptions;
  id: string;
  slots?: boolean;
  children: (describedBy: string | undefined) => ComponentChildren;
}) {
  const ids = described(id, o, o.describedBy);
  const group = o.formGroup || {};
  return (
    <FormGroup options={group} error={o.errorMessage}>
      <Label {...o.label} for={id} />
      <HintAndError options={o} {...ids} />
      {slots && group.beforeInput && content(group.beforeInput)}
      {children(ids.describedBy || undefined)}
      {slots && group.afterInput && content(group.afterInput)}
    </FormGroup>
  );
}
