import type { Standstill } from '#breach';
import { dayIn, formatDay } from '#kernel';
import type { OfficerView } from '../text/index.ts';

/** Why a bond or its refund waits: the reasons, since when, and who has to act. */
export function StandstillNotes(o: {
  readonly view: OfficerView;
  readonly standstills: readonly Standstill[] | undefined;
}) {
  const { t, lang } = o.view;
  return (
    <>
      {(o.standstills ?? []).map(({ code, who, since }) => (
        <div>
          {t('lists.standstill', {
            reason: t(`states.standstill.${code}`),
            day: formatDay(dayIn(since, 'UTC'), lang),
            who: t(`states.whoActs.${who}`),
          })}
        </div>
      ))}
    </>
  );
}
