import { formatMoment, type Result } from '#kernel';
import type { NotRescued, RefundLine, RescueView } from '#refund';
import { Form, Submit } from '#web';
import type { OfficerView } from '../text/index.ts';

export interface AccountContent {
  /** The bank account that was asked for; null while none is. */
  readonly rescue: RescueView | null;
  /** Whether the payer may be asked for one, and if not why. */
  readonly mayAsk: Result<true, NotRescued>;
}

interface Props {
  readonly view: OfficerView;
  readonly content: AccountContent & { readonly refund: RefundLine };
}

/** What is known of the payer's bank account: never more than its end. */
export function AccountSection(o: Props & { readonly mayDecide: boolean }) {
  const { view, content } = o;
  const { t, lang } = view;
  const { rescue, refund } = content;
  if (!rescue) return null;
  const at = (when: RescueView['askedAt']) => ({ when: formatMoment(when, refund.zone, lang) });
  const { account } = rescue;
  return (
    <>
      <h2 class="govuk-heading-m">{t('refunds.account.title')}</h2>
      {account ? (
        <p class="govuk-body">
          {t(`refunds.account.given.${account.kind}`, {
            ...{ lastFour: account.lastFour, ...at(account.givenAt) },
          })}{' '}
          {account.isCoolingOff
            ? t('refunds.account.waits', at(account.usableFrom))
            : t('refunds.account.ready')}
        </p>
      ) : (
        <p class="govuk-body">{t('refunds.account.asked', at(rescue.askedAt))}</p>
      )}
      {o.mayDecide && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/refunds/${refund.refundId}/account`}>
            {t('refunds.account.decide')}
          </a>
        </p>
      )}
    </>
  );
}

/** The reason that it cannot be asked is said before anybody presses. */
export function AskForAccount({ view, content, path }: Props & { readonly path: string }) {
  const { t } = view;
  const { mayAsk, refund } = content;
  if (refund.returnedOn || content.rescue) return null;
  if (!mayAsk.ok) return <p class="govuk-body">{t(`refunds.account.cannot.${mayAsk.code}`)}</p>;
  return (
    <Form view={view} action={`${path}/ask-account`}>
      <p class="govuk-body">{t('refunds.account.askEffect')}</p>
      <Submit text={t('refunds.account.ask')} classes="govuk-button--secondary" />
    </Form>
  );
}
