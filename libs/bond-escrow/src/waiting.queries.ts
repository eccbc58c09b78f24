import type { WaitingLists } from '#platform';

/** Directions and money that wait for a person. */
export const bondsWaiting = {
  // What somebody else proposed: one's own is another's to decide (R8).
  approvals: `select from bond_direction where state = 'proposed' and proposed_by <> $2`,
  suspense: `select from ledger.suspense`,
} as const satisfies WaitingLists;
