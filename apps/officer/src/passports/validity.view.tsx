import { formatDay } from '#kernel';
import type { PassportValidity } from '#programme';
import { Badge } from '#web';
import type { OfficerView } from '../text/index.ts';

/** How long the passport is valid and has to be, wherever an officer decides (R34). */
export function ValidityBadge(o: { view: OfficerView; validity: PassportValidity }) {
  const { view, validity } = o;
  const { t, lang } = view;
  const { expiresOn, neededUntil, isEnough } = validity;
  return (
    <>
      <Badge tone={isEnough ? 'good' : 'bad'}>
        {t(isEnough ? 'passport.validEnough' : 'passport.expiresEarly')}
      </Badge>{' '}
      {t('passport.validUntil', {
        expires: formatDay(expiresOn, lang),
        needed: formatDay(neededUntil, lang),
      })}
    </>
  );
}
