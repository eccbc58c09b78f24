import type { FallbackView } from '#refund';
import { fieldErrors, Form, PasswordField, Submit, type FieldError } from '#web';
import type { PortalView } from '../text/index.ts';

/** The account that was given beforehand, to be used with one press and the password. */
export function FallbackOffer(o: {
  view: PortalView;
  fallback: FallbackView;
  action: string;
  errors: readonly FieldError[];
}) {
  const { view, fallback } = o;
  const { t } = view;
  const { lastFour } = fallback;
  return (
    <section aria-labelledby="beforehand">
      <h2 class="govuk-heading-m" id="beforehand">
        {t('refundAccount.beforehand.use', { lastFour })}
      </h2>
      <p class="govuk-body">{t('refundAccount.beforehand.useHint')}</p>
      <Form view={view} action={o.action}>
        <PasswordField
          view={view}
          errors={fieldErrors(view, o.errors)}
          name="password"
          label={t('refundAccount.form.password')}
          autocomplete="current-password"
        />
        <Submit text={t('refundAccount.beforehand.useButton')} />
      </Form>
      <h2 class="govuk-heading-m">{t('refundAccount.beforehand.other')}</h2>
    </section>
  );
}
