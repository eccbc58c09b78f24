import type { PostingClock } from '#bond-escrow';
import { dayIn, formatDay, type Zone } from '#kernel';
import type { OfficerView } from '../text/index.ts';

/** Why the payer's days to post stand still, and since when; nothing while they run (R31). */
export function PostingPauseNote(o: {
  readonly view: OfficerView;
  readonly clock: PostingClock;
  readonly zone: Zone;
  /** Whether the freeze itself, which may be the reason, is said beside this. */
  readonly isFreezeSaid?: boolean;
}) {
  const { t, lang } = o.view;
  const { paused } = o.clock;
  if (!paused) return null;
  const day = formatDay(dayIn(paused.since, o.zone), lang);
  if (o.isFreezeSaid && paused.reason === 'case_frozen') {
    return <div>{t('lists.postingPausedSince', { day })}</div>;
  }
  return (
    <div>
      {t('lists.postingPaused', { day, reason: t(`states.postingPause.${paused.reason}`) })}
    </div>
  );
}
