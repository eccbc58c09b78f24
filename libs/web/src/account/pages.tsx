// Pages about one's own account that both sites have, in the words of the shell.
import type { Answers } from '../forms/answers.ts';
import { fieldErrors, type FieldError } from '../forms/errors.ts';
import { PasswordField, TextField } from '../forms/fields.tsx';
import { Form, Submit } from '../forms/form.tsx';
import { InsetText } from '../govuk/inset-text.tsx';
import { Page } from '../page/page.tsx';
import type { ComponentChildren } from 'preact';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';

type Props = {
  view: ShellView;
  action: string;
  values?: Answers;
  errors?: readonly FieldError[] | undefined;
};

function Narrow(
  o: Props & {
    title: string;
    lead: string;
    button: string;
    back?: string;
    after?: ComponentChildren;
  } & {
    notice?: string | undefined;
    children: ComponentChildren;
  },
) {
  const { view, title, errors = [], back } = o;
  return (
    <Page view={view} title={title} errors={errors} back={back}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.notice && <InsetText text={o.notice} />}
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{o.lead}</p>
          <Form view={view} action={o.action}>
            {o.children}
            <Submit text={o.button} />
          </Form>
          {o.after}
        </div>
      </div>
    </Page>
  );
}

const fieldsOf = ({ view, values = {}, errors = [] }: Props) => ({
  view,
  values,
  errors: fieldErrors(view, errors),
});

/** Whose password was forgotten. */
export function ForgottenPasswordPage(o: Props & { notice?: string | undefined }) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t('web.own.forgotten.title')}
      lead={t('web.own.forgotten.lead')}
      button={t('web.own.forgotten.button')}
      back="/sign-in"
    >
      <TextField
        {...fieldsOf(o)}
        name="email"
        label={t('web.own.email')}
        type="email"
        autocomplete="username"
        spellcheck={false}
      />
    </Narrow>
  );
}

/** The code from the mail, whatever it was asked for; `begin` is where one asks again. */
export function CodePage(o: Props & { begin: string; minutes: number; digits: number }) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t('web.own.code.title')}
      lead={t('web.own.code.sent', { minutes: o.minutes })}
      button={t('web.own.code.button')}
      back={o.begin}
      after={
        <>
          <p class="govuk-body">{t('web.own.code.nothing')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={o.begin}>
              {t('web.own.code.again')}
            </a>
          </p>
        </>
      }
    >
      <TextField
        {...fieldsOf(o)}
        name="code"
        label={t('web.own.code.label')}
        hint={t('web.own.code.hint', { digits: o.digits })}
        inputmode="numeric"
        autocomplete="one-time-code"
        classes="govuk-input--width-10"
      />
    </Narrow>
  );
}

/** After the code: nobody but who read the mail comes here. */
export function NewPasswordPage(o: Props & { kind: 'signUp' | 'reset'; min: number }) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t(`web.own.newPassword.${o.kind}.title`)}
      lead={t(`web.own.newPassword.${o.kind}.lead`)}
      button={t(`web.own.newPassword.${o.kind}.button`)}
    >
      <NewPassword {...o} />
    </Narrow>
  );
}

export function ChangePasswordPage(o: Props & { min: number }) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t('web.own.changePassword.title')}
      lead={t('web.own.changePassword.lead')}
      button={t('web.own.changePassword.button')}
      back="/account"
    >
      <CurrentPassword {...o} />
      <NewPassword {...o} />
    </Narrow>
  );
}

export function ChangeEmailPage(o: Props) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t('web.own.changeEmail.title')}
      lead={t('web.own.changeEmail.lead')}
      button={t('web.own.changeEmail.button')}
      back="/account"
    >
      <TextField
        {...fieldsOf(o)}
        name="email"
        label={t('web.own.changeEmail.label')}
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <CurrentPassword {...o} />
    </Narrow>
  );
}

/** For the reader of a notice to a former address. Looking changes nothing: the button does. */
export function FormerAddressPage(o: Props & { secret: string }) {
  const t = shellText(o.view.lang);
  return (
    <Narrow
      {...o}
      title={t('web.own.former.title')}
      lead={t('web.own.former.lead')}
      button={t('web.own.former.button')}
    >
      <input type="hidden" name="secret" value={o.secret} />
    </Narrow>
  );
}

/** The link is used up, or a week has passed. */
export function FormerAddressOverPage({ view }: { view: ShellView }) {
  const t = shellText(view.lang);
  return (
    <Page view={view} title={t('web.own.former.over')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('web.own.former.over')}</h1>
          <p class="govuk-body">{t('web.own.former.overBody')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/forgotten-password">
              {t('web.own.forgotten.title')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

const NewPassword = (o: Props & { min: number }) => {
  const t = shellText(o.view.lang);
  return (
    <PasswordField
      {...{ view: o.view, errors: fieldErrors(o.view, o.errors ?? []) }}
      name="password"
      label={t('web.own.newPassword.label')}
      hint={t('web.own.newPassword.hint', { min: o.min })}
      autocomplete="new-password"
    />
  );
};

const CurrentPassword = (o: Props) => (
  <PasswordField
    {...{ view: o.view, errors: fieldErrors(o.view, o.errors ?? []) }}
    name="current"
    label={shellText(o.view.lang)('web.own.current')}
    autocomplete="current-password"
  />
);
