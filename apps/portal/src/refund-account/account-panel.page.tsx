import { formatMoment } from '#kernel';
import type { TrackedWay } from '#refund';
import { Form, govuk, Submit } from '#web';
import type { PortalView } from '../text/index.ts';
import { accountPath } from './account-path.ts';

interface Props {
  readonly view: PortalView;
  readonly refund: TrackedWay;
  readonly zone: string;
  readonly reference: string;
}

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
            <p class="govuk-body">{t('refundAccount.panel.asked')}</p>
            <a class="govuk-link" href={href}>
              {t('refundAccount.panel.give')}
            </a>
          </>
        }
      />
    );
  }
  const { lastFour, givenAt, usableFrom, isCoolingOff } = account;
  const given = { lastFour, when: formatMoment(givenAt, zone, lang) };
  return (
    <>
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body">{t(`refundAccount.panel.given.${account.kind}`, given)}</p>
            <p class="govuk-body">
              {isCoolingOff
                ? t('refundAccount.panel.waits', { when: formatMoment(usableFrom, zone, lang) })
                : t('refundAccount.panel.checked')}
            </p>
          </>
        }
      />
      <Form view={view} action={`${href}/take-back`}>
        <div class="govuk-button-group">
          <Submit text={t('refundAccount.panel.takeBack')} classes="govuk-button--secondary" />
          <a class="govuk-link" href={href}>
            {t('refundAccount.panel.change')}
          </a>
        </div>
      </Form>
    </>
  );
}
