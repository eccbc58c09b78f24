import { formatDay } from '#kernel';
import { Badge } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { Validity } from './case-passport.ts';

/** How long the passport is valid and has to be, wherever an officer decides (R34). */
export function ValidityBadge({ view, validity }: { view: OfficerView; validity: Validity }) {
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
