import { dayIn, daysBetween, type Instant } from '#kernel';
import { Badge, Day } from '#web';
import type { OfficerView } from '../text/index.ts';

/** Since when something waits, and how many days that is. */
export const WaitingSince = (o: { view: OfficerView; since: Instant; now: Instant }) => {
  const { t, lang } = o.view;
  const day = dayIn(o.since, 'UTC');
  const count = daysBetween(day, dayIn(o.now, 'UTC'));
  return (
    <>
      <Day day={day} lang={lang} /> <Badge>{t('lists.days', { count })}</Badge>
    </>
  );
};

/** Who looks after it, in the eyes of who asks. */
export const holderName = (
  { t, account }: OfficerView,
  holder: string | null,
  names: ReadonlyMap<string, string>,
): string => {
  if (!holder) return t('lists.nobody');
  return holder === account?.id ? t('lists.you') : (names.get(holder) ?? t('lists.nobody'));
};
