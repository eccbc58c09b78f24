import type { VisaRow } from '#application';
import { formatDay, type PlainDate } from '#kernel';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

/** What the visa allows: until when, how long, and through which ports. */
export function VisaPanel({
  view,
  tracked,
  visa,
}: {
  view: PortalView;
  tracked: Tracked;
  visa: VisaRow;
}) {
  const { t, lang } = view;
  const { entries } = tracked.programme.rules;
  const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
  const day = (label: string, date: PlainDate | null) => date && row(label, formatDay(date, lang));
  return (
    <section aria-label={t('tracking.visa.title')}>
      <h2 class="govuk-heading-m">{t('tracking.visa.title')}</h2>
      <govuk.SummaryList
        rows={[
          row(t('tracking.visa.number'), visa.number),
          day(t('tracking.visa.validFrom'), visa.validFrom),
          day(t('tracking.visa.validUntil'), visa.validUntil),
          row(t('tracking.visa.entries'), t('programme.unit.times', { count: entries })),
          row(t('tracking.visa.stay'), t('programme.unit.days', { count: visa.stayDays })),
          day(t('tracking.visa.admitted'), visa.admittedOn),
          day(t('tracking.visa.leaveBy'), visa.leaveBy),
          day(t('tracking.visa.departed'), visa.departedOn),
          row(
            t('tracking.visa.ports'),
            tracked.ports.map((p) => `${p.name} (${p.code})`).join(', '),
          ),
        ]}
      />
      <p class="govuk-body">{t('tracking.visa.portsHelp')}</p>
    </section>
  );
}
