import { caseQueues } from '#application';
import type { Permission } from '#identity';
import { refundProblems, unsettledReversals } from '#refund';
import { deskOf } from '#travel';
import { unfinishedWork } from '../unfinished/unfinished.queries.ts';

export interface DeskList {
  /** Who lacks it neither sees the list nor is it counted. */
  readonly needs: Permission;
  readonly href: string;
  /** One row for each thing that waits; $1 the offices, $2 who asks. Counted up to a limit. */
  readonly sql: string;
}

const queue = (key: keyof typeof caseQueues): DeskList => ({
  needs: 'case.read',
  href: `/queues/${key}`,
  sql: `select from visa_case where consulate_id = any($1) and ${caseQueues[key].where}`,
});

/** The desk as data, in the order of the page. */
export const deskLists = {
  new: queue('new'),
  mine: {
    needs: 'case.review',
    href: '/queues/mine',
    sql: `select from visa_case where assigned_to = $2 and ${caseQueues.mine.where}`,
  },
  bond: queue('bond'),
  visa: queue('visa'),
  travelling: queue('travelling'),
  // What somebody else proposed: one's own is another's to decide (R8).
  approvals: {
    needs: 'bond.approve',
    href: '/approvals',
    sql: `select from bond_direction where state = 'proposed' and proposed_by <> $2`,
  },
  refunds: {
    needs: 'money.read',
    href: '/refunds?show=problems',
    sql: `select from (${refundProblems}) problem`,
  },
  reversals: {
    needs: 'money.read',
    href: '/reversals',
    sql: `select from (${unsettledReversals}) unsettled`,
  },
  suspense: {
    needs: 'money.read',
    href: '/suspense',
    sql: `select from ledger.account where kind = 'suspense' and held > 0`,
  },
  movements: {
    needs: 'movement.read',
    href: '/movements',
    sql: `select from movement m where ${Object.values(deskOf)
      .map((waits) => `(${waits})`)
      .join(' or ')}`,
  },
  events: {
    needs: 'money.read',
    href: '/events',
    sql: `select from processor_event where state in ('parked', 'failed')`,
  },
  unfinished: {
    needs: 'money.read',
    href: '/unfinished',
    sql: `select from (${unfinishedWork}) unfinished`,
  },
} as const satisfies Record<string, DeskList>;

export type DeskKey = keyof typeof deskLists;

export const deskKeysFor = (permissions: ReadonlySet<string>): DeskKey[] =>
  (Object.keys(deskLists) as DeskKey[]).filter((key) => permissions.has(deskLists[key].needs));
