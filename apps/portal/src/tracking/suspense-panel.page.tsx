import { isSurplus, isToPost } from '#bond-escrow';
import { formatMoment, formatMoney } from '#kernel';
import type { CameBeside } from '#refund';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

type Props = { view: PortalView; tracked: Pick<Tracked, 'bond' | 'consulate' | 'notCounted'> };

/** A rule returns what is certainly too much; of the rest people decide. */
const nextOf = ({ why, outcome }: CameBeside) => {
  if (why === 'not_used') return 'asked_where';
  return isSurplus(why) ? 'returned' : (outcome ?? 'person');
};

function Item({ view, tracked, item }: Props & { item: CameBeside }) {
  const { t, lang } = view;
  const { bond, consulate } = tracked;
  const figures = {
    amount: formatMoney(item.received, lang),
    rest: formatMoney(item.amount, lang),
    asked: bond ? formatMoney(bond.amount, lang) : '',
    when: formatMoment(item.arrivedAt, consulate.timeZone, lang),
  };
  return (
    <govuk.InsetText
      html={
        <>
          <p class="govuk-body govuk-!-font-weight-bold">
            {t('tracking.notCounted.arrived', figures)}
          </p>
          <p class="govuk-body">{t(`tracking.notCounted.why.${item.why}`, figures)}</p>
          <p class="govuk-body">{t(`tracking.notCounted.next.${nextOf(item)}`)}</p>
        </>
      }
    />
  );
}

/** Money that came for the bond and did not count: what arrived, why, and what happens next. */
export function SuspensePanel({ view, tracked }: Props) {
  const { t, lang } = view;
  const { bond, notCounted, consulate } = tracked;
  if (!bond || notCounted.length === 0) return null;
  return (
    <section aria-label={t('tracking.notCounted.title')}>
      <h2 class="govuk-heading-m">{t('tracking.notCounted.title')}</h2>
      {notCounted.map((item) => (
        <Item view={view} tracked={tracked} item={item} />
      ))}
      {isToPost(bond.bond.state) && (
        <p class="govuk-body govuk-!-margin-bottom-6">
          {t('tracking.notCounted.stillToPay', {
            asked: formatMoney(bond.amount, lang),
            when: formatMoment(bond.clock.postBy, consulate.timeZone, lang),
          })}
        </p>
      )}
    </section>
  );
}
