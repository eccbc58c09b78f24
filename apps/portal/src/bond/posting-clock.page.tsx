import type { BondView } from '#bond-escrow';
import { dayIn, formatDay, formatMoment, type Zone } from '#kernel';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';

/** Why the deadline is not the one that was signed: the clock stands still, or it stood (R31). */
export function PostingClockNote(o: { view: PortalView; bond: BondView; zone: Zone }) {
  const { t, lang } = o.view;
  const { bond, clock } = o.bond;
  if (clock.paused) {
    const isMoney = clock.paused.reason === 'money_being_settled';
    const why = isMoney ? 'money_being_settled' : 'consulate_acts';
    const day = formatDay(dayIn(clock.paused.since, o.zone), lang);
    return (
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body govuk-!-font-weight-bold">{t('bond.clock.stopped', { day })}</p>
            <p class="govuk-body">{t(`bond.clock.why.${why}`)}</p>
            <p class="govuk-body">{t('bond.clock.moves')}</p>
          </>
        }
      />
    );
  }
  if (clock.postBy.equals(bond.postBy)) return null;
  const when = formatMoment(bond.postBy, o.zone, lang);
  return <govuk.InsetText text={t('bond.clock.extended', { when })} />;
}
