import { HOLDER_CHARS_MAX } from '#refund';
import {
  fieldErrors,
  Form,
  govuk,
  Page,
  PasswordField,
  RadioField,
  Submit,
  TextField,
  type Answers,
  type FieldError,
} from '#web';
import type { ComponentChildren } from 'preact';
import type { PortalView } from '../text/index.ts';

interface Props {
  readonly view: PortalView;
  readonly reference: string;
  /** Where the form goes, and the way back. */
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly lead: string;
  readonly currency: string;
  /** The end of the account whose place it takes; null where there is none. */
  readonly replaces: string | null;
  /** Above the form: another way to answer. */
  readonly children?: ComponentChildren;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}
type Fields = Parameters<typeof TextField>[0];

const number = { inputmode: 'numeric', spellcheck: false, autocomplete: 'off' } as const;

/** The numbers of a kind of account, under its choice. */
function Numbers({
  kind,
  fields,
}: {
  kind: 'iban' | 'us';
  fields: Omit<Fields, 'name' | 'label'>;
}) {
  const { t } = fields.view as PortalView;
  if (kind === 'iban') {
    return (
      <TextField
        {...fields}
        name="iban"
        label={t('refundAccount.form.iban')}
        hint={t('refundAccount.form.ibanHint')}
        spellcheck={false}
        autocomplete="off"
      />
    );
  }
  return (
    <>
      <TextField
        {...{ ...fields, ...number }}
        name="routing"
        label={t('refundAccount.form.routing')}
        hint={t('refundAccount.form.routingHint')}
        classes="govuk-input--width-10"
      />
      <TextField
        {...{ ...fields, ...number }}
        name="accountNumber"
        label={t('refundAccount.form.number')}
        classes="govuk-input--width-20"
      />
    </>
  );
}

/** What kind it is, each with its numbers. */
function Kinds({ currency, fields }: { currency: string; fields: Omit<Fields, 'name' | 'label'> }) {
  const { t } = fields.view as PortalView;
  const kinds = currency === 'USD' ? (['us', 'iban'] as const) : (['iban'] as const);
  return (
    <RadioField
      {...fields}
      name="kind"
      label={t('refundAccount.form.kind')}
      choices={kinds.map((kind) => ({
        value: kind,
        text: t(`refundAccount.form.${kind}Choice`),
        hint: t(`refundAccount.form.${kind}ChoiceHint`),
        conditional: <Numbers {...{ kind, fields }} />,
      }))}
    />
  );
}

/** To which account the refund goes; the password is typed again. */
export function AccountPage(o: Props) {
  const { view, reference, title, replaces, values = {}, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={title} back={o.back} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{reference}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{o.lead}</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>{t('refundAccount.form.ownName')}</li>
            <li>{t('refundAccount.form.wait')}</li>
            <li>{t('refundAccount.form.sealed')}</li>
          </ul>
          {replaces !== null && (
            <govuk.WarningText
              text={t('refundAccount.form.replaces', { lastFour: replaces })}
              iconFallbackText={t('refundAccount.form.warning')}
            />
          )}
          {o.children}
          <Form view={view} action={o.action}>
            <TextField
              {...fields}
              name="holder"
              label={t('refundAccount.form.holder')}
              hint={t('refundAccount.form.holderHint', { max: HOLDER_CHARS_MAX })}
              autocomplete="name"
              spellcheck={false}
            />
            <Kinds {...{ currency: o.currency, fields }} />
            <PasswordField
              view={view}
              errors={fields.errors}
              name="current"
              label={t('refundAccount.form.password')}
              hint={t('refundAccount.form.passwordHint')}
              autocomplete="current-password"
            />
            <Submit text={t('refundAccount.form.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
