import type { WaitingLists } from '#platform';

/** Directions that wait for a person. */
export const bondsWaiting = {
  // What somebody else proposed: one's own is another's to decide (R8).
  approvals: `select from bond_direction where state = 'proposed' and proposed_by <> $2`,
} as const satisfies WaitingLists;
