import type { BondView } from '#bond-escrow';
import type { PortalView } from '../text/index.ts';

/** The bank's reason, where the last try to pay was declined and none has followed it. */
export function DeclinedNotice({ view, bond }: { view: PortalView; bond: BondView }) {
  const { t } = view;
  const code = bond.payments[0]?.declineCode;
  if (!code || bond.bond.heldAt) return null;
  const key = `declined.reason.${code}`;
  return (
    <section class="vb-status vb-status--bad" aria-labelledby="declined">
      <h2 class="govuk-heading-m" id="declined">
        {t('declined.title')}
      </h2>
      <p class="govuk-body">{t.has(key) ? t.dynamic(key) : t('declined.reason.other')}</p>
      <p class="govuk-body govuk-!-margin-bottom-0">{t('declined.nothing')}</p>
    </section>
  );
}
