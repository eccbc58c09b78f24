import { dayIn, type Instant, type PlainDate } from '#kernel';
import { Badge, Day } from '#web';
import type { OfficerView } from '../text/index.ts';
import { ageOf } from './age.ts';

/** How long ago a day is. */
export function AgeBadge(o: { view: OfficerView; day: PlainDate; today: PlainDate }) {
  const { t } = o.view;
  const age = ageOf(o.day, o.today);
  return (
    <Badge>
      {age.key === 'days' ? t('lists.age.days', { count: age.count }) : t(`lists.age.${age.key}`)}
    </Badge>
  );
}

/** Since when something waits, and how many days that is. */
export const WaitingSince = (o: { view: OfficerView; since: Instant; now: Instant }) => {
  const day = dayIn(o.since, 'UTC');
  return (
    <>
      <Day day={day} lang={o.view.lang} />{' '}
      <AgeBadge view={o.view} day={day} today={dayIn(o.now, 'UTC')} />
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
