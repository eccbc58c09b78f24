import { PostingClockNote } from '../bond/posting-clock.page.tsx';
import type { PortalView } from '../text/index.ts';
import { DeclinedNotice } from './declined.page.tsx';
import type { Situation } from './situation.ts';
import type { Tracked } from './tracking.service.ts';

/** A bank or a transfer takes its days. */
export const UNDER_WAY: readonly Situation[] = ['bond_debit', 'bond_transfer', 'bond_in_part'];

/** The bond waits for its money, whoever pays. */
export const TO_POST: readonly Situation[] = [
  ...(['bond_to_sign', 'bond_to_pay', 'bond_paying', 'bond_payer_asked'] as const),
  'bond_with_payer',
  ...UNDER_WAY,
];

/** What the payer must know before paying: a clock that stood still, and a try that failed. */
export function ToPost({ view, tracked }: { view: PortalView; tracked: Tracked }) {
  const { bond, consulate, situation } = tracked;
  if (!bond || !TO_POST.includes(situation)) return null;
  return (
    <>
      <PostingClockNote view={view} bond={bond} zone={consulate.timeZone} />
      {tracked.isPayer && <DeclinedNotice view={view} bond={bond} />}
    </>
  );
}
