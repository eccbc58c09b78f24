import { dayIn, formatDay } from '#kernel';
import { mayOpenCase } from '#programme';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Refusal } from './refusal.ts';
import type { Tracked } from './tracking.service.ts';

/** The decision with its reason, what helps against it, and the way to apply again. */
export function RefusalPanel(o: { view: PortalView; tracked: Tracked; refusal: Refusal }) {
  const { view, tracked, refusal } = o;
  const { t, lang } = view;
  const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
  const decided = formatDay(dayIn(refusal.at, tracked.consulate.timeZone), lang);
  const isOpen = mayOpenCase(tracked.programme).ok;
  return (
    <section aria-label={t('refusal.title')}>
      <h2 class="govuk-heading-m">{t('refusal.title')}</h2>
      <govuk.SummaryList
        rows={[
          row(t('refusal.why'), t(`refusal.reason.${refusal.reason}`)),
          row(t('refusal.remedy'), t(`refusal.help.${refusal.reason}`)),
          row(t('refusal.when'), decided),
        ]}
      />
      {refusal.isAfterPosting && <p class="govuk-body">{t('refusal.bondBack')}</p>}
      <h3 class="govuk-heading-s">{t('refusal.again')}</h3>
      <p class="govuk-body">{t(isOpen ? 'refusal.againBody' : 'refusal.againLater')}</p>
      {isOpen && (
        <govuk.Button
          text={t('refusal.againButton')}
          href="/cases/new"
          classes="govuk-button--secondary"
        />
      )}
    </section>
  );
}
