// Fields with their value, their error and their words in the page's language.
import type { Html } from '../govuk/shared.tsx';
import { CharacterCount } from '../govuk/character-count.tsx';
import { Checkboxes } from '../govuk/checkboxes.tsx';
import { DateInput } from '../govuk/date-input.tsx';
import { Input, type InputOptions } from '../govuk/input.tsx';
import { PasswordInput } from '../govuk/password-input.tsx';
import { Radios } from '../govuk/radios.tsx';
import { Select } from '../govuk/select.tsx';
import { Textarea } from '../govuk/textarea.tsx';
import type { PlainDate } from '#kernel';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';
import type { FieldErrors } from './errors.ts';
import { chosen, type Answers } from './answers.ts';
import { typedDay } from './date-example.ts';
import { useValues } from './typed.tsx';

export type FieldProps = {
  view: ShellView;
  name: string;
  label: string;
  hint?: string;
  values: Answers;
  errors: FieldErrors;
  /** The only question of its page: its label is the page's heading. */
  heading?: boolean;
};
export type Choice = { value: string; text: string; hint?: string; conditional?: Html };

const hintOf = (o: FieldProps) => o.hint && { text: o.hint };
const labelOf = (o: FieldProps) => ({
  text: o.label,
  isPageHeading: o.heading,
  classes: o.heading ? 'govuk-label--l' : 'govuk-label--s',
});
const legendOf = (o: FieldProps) => ({
  legend: {
    text: o.label,
    isPageHeading: o.heading,
    classes: o.heading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s',
  },
});

type TextFieldProps = FieldProps &
  Pick<
    InputOptions,
    'type' | 'autocomplete' | 'inputmode' | 'classes' | 'spellcheck' | 'prefix' | 'suffix'
  >;

export function TextField(o: TextFieldProps) {
  const { type, autocomplete, inputmode, classes, spellcheck, prefix, suffix } = o;
  return (
    <Input
      {...{ type, autocomplete, inputmode, classes, spellcheck, prefix, suffix }}
      id={o.name}
      name={o.name}
      label={labelOf(o)}
      hint={hintOf(o)}
      value={useValues(o.values)[o.name]}
      errorMessage={o.errors.of(o.name)}
    />
  );
}

/** Never filled in again: a password is not sent back. */
export function PasswordField(
  o: Omit<FieldProps, 'values'> & {
    autocomplete: 'current-password' | 'new-password';
    /** An invented account's. What somebody typed is never shown again. */
    value?: string | undefined;
  },
) {
  const t = shellText(o.view.lang);
  const props = { ...o, values: {} };
  return (
    <PasswordInput
      id={o.name}
      name={o.name}
      {...(o.value !== undefined && { value: o.value })}
      autocomplete={o.autocomplete}
      label={labelOf(props)}
      hint={hintOf(props)}
      errorMessage={o.errors.of(o.name)}
      showPasswordText={t('web.password.show')}
      hidePasswordText={t('web.password.hide')}
      showPasswordAriaLabelText={t('web.password.showLabel')}
      hidePasswordAriaLabelText={t('web.password.hideLabel')}
      passwordShownAnnouncementText={t('web.password.shown')}
      passwordHiddenAnnouncementText={t('web.password.hidden')}
    />
  );
}

/** Several lines. */
export function LinesField(o: FieldProps & { rows: number; classes?: string }) {
  return (
    <Textarea
      {...{ rows: o.rows, classes: o.classes }}
      id={o.name}
      name={o.name}
      label={labelOf(o)}
      hint={hintOf(o)}
      value={useValues(o.values)[o.name]}
      errorMessage={o.errors.of(o.name)}
      spellcheck={false}
    />
  );
}

/** Several lines, with a count of what is left. */
export function LongTextField(
  o: FieldProps & { maxLength: number; rows?: number; autocomplete?: string },
) {
  const t = shellText(o.view.lang);
  // The script counts, so the sentence keeps a place for its number.
  const forms = (key: 'under' | 'over') => ({
    one: t(`web.field.characters.${key}`, { count: 1 }).replace('1', '%{count}'),
    other: t(`web.field.characters.${key}`, { count: 2 }).replace('2', '%{count}'),
  });
  return (
    <CharacterCount
      id={o.name}
      name={o.name}
      label={labelOf(o)}
      hint={hintOf(o)}
      rows={o.rows}
      attributes={o.autocomplete ? { autocomplete: o.autocomplete } : undefined}
      maxlength={o.maxLength}
      value={useValues(o.values)[o.name]}
      errorMessage={o.errors.of(o.name)}
      charactersUnderLimitText={forms('under')}
      charactersAtLimitText={t('web.field.characters.at')}
      charactersOverLimitText={forms('over')}
      textareaDescriptionText={t('web.field.tooLong', { what: o.label, count: o.maxLength })}
    />
  );
}

export function RadioField(o: FieldProps & { choices: readonly Choice[]; inline?: boolean }) {
  return (
    <Radios
      idPrefix={o.name}
      name={o.name}
      classes={o.inline ? 'govuk-radios--inline' : undefined}
      fieldset={legendOf(o)}
      hint={hintOf(o)}
      value={useValues(o.values)[o.name]}
      errorMessage={o.errors.of(o.name)}
      items={o.choices.map((c) => ({
        value: c.value,
        text: c.text,
        hint: c.hint ? { text: c.hint } : undefined,
        conditional: c.conditional && { html: c.conditional },
      }))}
    />
  );
}

export function CheckboxField(o: FieldProps & { choices: readonly Choice[] }) {
  return (
    <Checkboxes
      idPrefix={o.name}
      name={o.name}
      fieldset={legendOf(o)}
      hint={hintOf(o)}
      values={chosen(useValues(o.values), o.name)}
      errorMessage={o.errors.of(o.name)}
      items={o.choices.map((c) => ({
        value: c.value,
        text: c.text,
        hint: c.hint ? { text: c.hint } : undefined,
        conditional: c.conditional && { html: c.conditional },
      }))}
    />
  );
}

export function SelectField(o: FieldProps & { choices: readonly Choice[]; empty: string }) {
  return (
    <Select
      id={o.name}
      name={o.name}
      label={labelOf(o)}
      hint={hintOf(o)}
      value={useValues(o.values)[o.name]}
      errorMessage={o.errors.of(o.name)}
      items={[{ value: '', text: o.empty }, ...o.choices]}
    />
  );
}

/** Day, month and year as three boxes named `<name>-day`, `<name>-month`, `<name>-year`. */
export function DateField(
  o: Omit<FieldProps, 'hint'> & { autocomplete?: 'bday'; example?: PlainDate },
) {
  const t = shellText(o.view.lang);
  const day = o.example && typedDay(o.example);
  const values = useValues(o.values);
  const wrong = o.errors.list.find((e) => e.field === o.name)?.part;
  const part = (name: 'day' | 'month' | 'year', width: string) => ({
    name,
    label: t(`web.date.${name}`),
    value: values[`${o.name}-${name}`],
    classes: width,
    // The browser knows a birthday by its parts.
    autocomplete: o.autocomplete && `${o.autocomplete}-${name}`,
    error: wrong === undefined ? undefined : wrong === name,
  });
  return (
    <DateInput
      id={o.name}
      namePrefix={o.name}
      fieldset={legendOf(o)}
      hint={day ? { text: t('web.date.example', { day }) } : undefined}
      errorMessage={o.errors.of(o.name)}
      items={[
        part('day', 'govuk-input--width-2'),
        part('month', 'govuk-input--width-2'),
        part('year', 'govuk-input--width-4'),
      ]}
    />
  );
}
