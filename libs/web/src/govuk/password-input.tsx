import { Button } from './button.tsx';
import { Input } from './input.tsx';
import type { LabelledOptions } from './form-group.tsx';
import { content, cx, i18n } from './shared.tsx';

export type PasswordInputOptions = LabelledOptions & {
  value?: string;
  autocomplete?: string;
  showPasswordText?: string;
  hidePasswordText?: string;
  showPasswordAriaLabelText?: string;
  hidePasswordAriaLabelText?: string;
  passwordShownAnnouncementText?: string;
  passwordHiddenAnnouncementText?: string;
  button?: { classes?: string };
};

export function PasswordInput(o: PasswordInputOptions) {
  const id = o.id || o.name;
  const group = o.formGroup || {};
  const button = (
    <>
      <Button
        type="button"
        classes={cx(
          'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
          o.button?.classes,
        )}
        text={o.showPasswordText ?? 'Show'}
        attributes={{
          'aria-controls': id,
          'aria-label': o.showPasswordAriaLabelText ?? 'Show password',
          hidden: { value: true, optional: true },
        }}
      />
      {content(group.afterInput)}
    </>
  );
  return (
    <Input
      id={id}
      name={o.name}
      value={o.value}
      label={o.label}
      hint={o.hint}
      errorMessage={o.errorMessage}
      disabled={o.disabled}
      describedBy={o.describedBy}
      attributes={o.attributes}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={o.autocomplete || 'current-password'}
      classes={cx('govuk-password-input__input govuk-js-password-input-input', o.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: cx('govuk-password-input', group.classes),
        attributes: {
          ...group.attributes,
          'data-module': 'govuk-password-input',
          ...i18n('show-password', o.showPasswordText),
          ...i18n('hide-password', o.hidePasswordText),
          ...i18n('show-password-aria-label', o.showPasswordAriaLabelText),
          ...i18n('hide-password-aria-label', o.hidePasswordAriaLabelText),
          ...i18n('password-shown-announcement', o.passwordShownAnnouncementText),
          ...i18n('password-hidden-announcement', o.passwordHiddenAnnouncementText),
        },
        beforeInput: group.beforeInput,
        afterInput: { html: button },
      }}
    />
  );
}
