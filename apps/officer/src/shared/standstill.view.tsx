import type { Standstill } from '#breach';
import { dayIn, formatDay, type Zone } from '#kernel';
import type { OfficerView } from '../text/index.ts';

/** Why a bond or its refund waits: the reasons, since when, and who has to act. */
export function StandstillNotes(o: {
  readonly view: OfficerView;
  readonly standstills: readonly Standstill[] | undefined;
  /** Of the case's consulate: one freeze has one day, whatever is said of it. */
  readonly zone: Zone;
}) {
  const { t, lang } = o.view;
  return (
    <>
      {(o.standstills ?? []).map(({ code, who, since }) => (
        <div>
          {t('lists.standstill', {
            reason: t(`states.standstill.${code}`),
            day: formatDay(dayIn(since, o.zone), lang),
            who: t(`states.whoActs.${who}`),
          })}
        </div>
      ))}
    </>
  );
}
