import { formatMoment } from '#kernel';
import { accountMayBeGiven, type RescueView, type TrackedWay } from '#refund';
import { Form, govuk, Submit } from '#web';
import type { PortalView } from '../text/index.ts';
import { accountPath } from './account-path.ts';

interface Props {
  readonly view: PortalView;
  readonly refund: TrackedWay;
  readonly zone: string;
  readonly reference: string;
}

/** Once two people have approved it, the account is no longer the payer's to change. */
export const mayChange = ({ state }: RescueView): boolean =>
  accountMayBeGiven.some((may) => may === state);

/** What is known of the account for a refund, and how to give, change or take it back. */
export function AccountPanel({ view, refund, zone, reference }: Props) {
  const { t, lang } = view;
  const { rescue, refundId } = refund;
  if (!rescue) return null;
  const href = accountPath(reference, refundId);
  const { account } = rescue;
  if (!account) {
    return (
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body">
              {rescue.askedBecause
                ? t(`refundAccount.panel.because.${rescue.askedBecause}`)
                : t('refundAccount.panel.asked')}
            </p>
            <a class="govuk-link" href={href}>
              {t('refundAccount.panel.give')}
            </a>
          </>
        }
      />
    );
  }
  const { lastFour, givenAt, usableFrom, isCoolingOff } = account;
  const isChangeable = mayChange(rescue);
  const given = { lastFour, when: formatMoment(givenAt, zone, lang) };
  return (
    <>
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body">{t(`refundAccount.panel.given.${account.kind}`, given)}</p>
            <p class="govuk-body">
              {!isChangeable
                ? t('refundAccount.panel.beingPaid')
                : isCoolingOff
                  ? t('refundAccount.panel.waits', { when: formatMoment(usableFrom, zone, lang) })
                  : t('refundAccount.panel.checked')}
            </p>
          </>
        }
      />
      {isChangeable && (
        <Form view={view} action={`${href}/take-back`}>
          <div class="govuk-button-group">
            <Submit text={t('refundAccount.panel.takeBack')} classes="govuk-button--secondary" />
            <a class="govuk-link" href={href}>
              {t('refundAccount.panel.change')}
            </a>
          </div>
        </Form>
      )}
    </>
  );
}
