import { casesWaiting } from '#application';
import { bondsWaiting } from '#bond-escrow';
import { breachesWaiting } from '#breach';
import { evidenceWaiting, portsWaiting, stayFactsWaiting } from '#departure';
import type { Permission } from '#identity';
import { unfinishedWaiting, type WaitingLists } from '#platform';
import { eventsWaiting } from '#processor';
import { refundsWaiting } from '#refund';
import { deadlinesWaiting, differencesWaiting, treasuryWaiting } from '#treasury';
import { borderProposalsWaiting, importsWaiting, matchingWaiting, movementsWaiting } from '#travel';

export interface DeskList {
  /** Who lacks it neither sees the list nor is it counted. */
  readonly needs: Permission;
  readonly href: string;
}

/** What waits, as each library says it; `holdingDays` is how long the processor may hold money. */
const waitingIn = (holdingDays: number) => ({
  ...casesWaiting,
  ...bondsWaiting,
  ...refundsWaiting,
  ...treasuryWaiting,
  ...differencesWaiting,
  ...deadlinesWaiting(holdingDays),
  ...movementsWaiting,
  ...importsWaiting,
  ...matchingWaiting,
  ...portsWaiting,
  ...breachesWaiting,
  ...evidenceWaiting,
  ...stayFactsWaiting,
  ...borderProposalsWaiting,
  ...eventsWaiting,
  ...unfinishedWaiting,
});

export type DeskKey = keyof ReturnType<typeof waitingIn>;

/** The desk as data, in the order of the page. */
export const deskLists = {
  new: { needs: 'case.read', href: '/queues/new' },
  mine: { needs: 'case.review', href: '/queues/mine' },
  bond: { needs: 'case.read', href: '/queues/bond' },
  visa: { needs: 'case.read', href: '/queues/visa' },
  travelling: { needs: 'case.read', href: '/queues/travelling' },
  approvals: { needs: 'bond.approve', href: '/approvals' },
  evidence: { needs: 'case.review', href: '/evidence' },
  stayFacts: { needs: 'case.review', href: '/stay-facts' },
  revocations: { needs: 'bond.approve', href: '/revocations' },
  freezes: { needs: 'visa.issue', href: '/freezes' },
  refunds: { needs: 'money.read', href: '/refunds?show=problems' },
  refundsPaused: { needs: 'money.read', href: '/refunds/run' },
  disputes: { needs: 'money.read', href: '/disputes' },
  moneyShort: { needs: 'money.read', href: '/liquidity' },
  differences: { needs: 'money.read', href: '/differences' },
  waysClosing: { needs: 'money.read', href: '/treasury/deadlines' },
  reversals: { needs: 'money.read', href: '/reversals' },
  rescues: { needs: 'refund.approve', href: '/transfers' },
  suspense: { needs: 'money.read', href: '/suspense' },
  movements: { needs: 'movement.read', href: '/movements' },
  imports: { needs: 'movement.confirm', href: '/movements/imports' },
  matching: { needs: 'case.review', href: '/movements/matching' },
  ports: { needs: 'movement.read', href: '/movements' },
  breachReferred: { needs: 'breach.adjudicate', href: '/breaches?show=referred' },
  breachQuestions: { needs: 'breach.adjudicate', href: '/breaches?show=questions' },
  breachToDecide: { needs: 'breach.adjudicate', href: '/breaches?show=to_decide' },
  breachProposed: { needs: 'breach.adjudicate', href: '/breaches?show=proposed' },
  breachAppeals: { needs: 'breach.appeal', href: '/breaches?show=appeals' },
  breachAppealsProposed: { needs: 'breach.appeal', href: '/breaches?show=proposed' },
  borderProposals: { needs: 'border.manage', href: '/border-clients' },
  events: { needs: 'money.read', href: '/events' },
  unfinished: { needs: 'money.read', href: '/unfinished' },
} as const satisfies Record<DeskKey, DeskList>;

const keys = Object.keys(deskLists) as DeskKey[];

/** What somebody's desk counts, in the order of the page. */
export function waitingFor(
  permissions: ReadonlySet<string>,
  holdingDays: number,
): WaitingLists<DeskKey> {
  const waiting = waitingIn(holdingDays);
  return Object.fromEntries(
    keys
      .filter((key) => permissions.has(deskLists[key].needs))
      .map((key) => [key, waiting[key]] as const),
  ) as WaitingLists<DeskKey>;
}
