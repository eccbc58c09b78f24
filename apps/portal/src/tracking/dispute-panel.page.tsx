import type { BondView } from '#bond-escrow';
import { formatMoment, formatMoney, money, type Instant } from '#kernel';
import type { OwnDispute } from '#refund';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import { disputeTold, type DisputeTold } from './dispute.ts';

/** Who has the next word. */
const WHO = {
  question: 'us',
  question_answered: 'bank',
  to_answer: 'us',
  no_answer: 'consulate',
  answered: 'bank',
  won: 'nobody',
  lost: 'consulate',
  lost_again: 'you',
  lost_over: 'nobody',
} as const satisfies Record<DisputeTold, string>;

/** What the payer's bank says of the payment: what happened, who must act by when, what silence does. */
export function DisputePanel({
  view,
  of: { dispute, bond, consulate, now },
}: {
  readonly view: PortalView;
  readonly of: {
    readonly dispute: OwnDispute | null;
    readonly bond: BondView | null;
    readonly consulate: { readonly timeZone: string };
    readonly now: Instant;
  };
}) {
  const told = dispute && bond && disputeTold(dispute, bond.bond, now);
  if (!told) return null;
  const { t, lang } = view;
  const amount = formatMoney(money(dispute.amountMinor, dispute.currency), lang);
  const when = dispute.dueBy ? formatMoment(dispute.dueBy, consulate.timeZone, lang) : '';
  return (
    <section aria-label={t('dispute.title')}>
      <h2 class="govuk-heading-m">{t('dispute.title')}</h2>
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body govuk-!-font-weight-bold">
              {t(`dispute.told.${told}.what`, { amount })}
            </p>
            <p class="govuk-body">{t(`dispute.told.${told}.next`)}</p>
            <p class="govuk-body">
              {t('dispute.who', { who: t(`dispute.${WHO[told]}`, { when }) })}
            </p>
            <p class="govuk-body">{t(`dispute.told.${told}.silence`)}</p>
          </>
        }
      />
    </section>
  );
}
