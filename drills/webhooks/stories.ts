// What happens to the money of a bond at the processor, act by act.
import { Cases } from '#application';
import { Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import type { TestBond } from '../../test/support/world/bonds.ts';
import type { WorkerByHand } from '../../test/support/world/by-hand.ts';
import type { World } from '../../test/support/world/world.ts';

export interface Telling {
  readonly world: World;
  readonly worker: WorkerByHand;
  readonly bond: TestBond & { readonly url: string };
  /** What an act before has made at the processor. */
  made?: string;
}

export interface Act {
  readonly do: (t: Telling) => Promise<unknown>;
  /** It needs that we have heard of all before it. */
  readonly needsNews?: true;
}

const pay: Act = { do: ({ world, bond }) => world.pay(bond.url) };
const decline: Act = { do: ({ world, bond }) => world.triesToPay(bond.url, 'declined') };

const dispute: Act = {
  needsNews: true,
  do: async (t) => (t.made = await t.world.dispute(t.bond.bondId)),
};
const decided = (how: 'win' | 'lose'): Act => ({ do: (t) => t.world.becomes(t.made!, how) });

const refundElsewhere: Act = {
  needsNews: true,
  do: ({ world, bond }) => world.refundElsewhere(bond.bondId),
};

/** Ours: the applicant withdraws, and the worker sends the money back. */
const withdraw: Act = {
  needsNews: true,
  do: async ({ world, worker, bond: { applicant, caseId } }) => {
    const withdrawn = await world.as(world.portal, applicant.ctx, async (tx) => {
      const row = await world.portal.get(Cases).lock(tx, caseId);
      return world.portal.get(Withdrawals).withdraw(tx, row);
    });
    mustBeOk(withdrawn);
    await worker.workJobs();
  },
};
const refundFails: Act = {
  needsNews: true,
  do: async ({ world, bond }) => {
    const { id } = (await world.refundsOf(bond.bondId))[0]!;
    await world.control(`refunds/${id}/fail`, { reason: 'unknown' });
  },
};

export const stories: Readonly<Record<string, readonly Act[]>> = {
  paid: [pay],
  'declined, then paid': [decline, pay],
  'disputed and lost': [pay, dispute, decided('lose')],
  'disputed and won': [pay, dispute, decided('win')],
  'returned in the dashboard': [pay, refundElsewhere],
  'withdrawn and returned': [pay, withdraw],
  'returned, and the refund fails': [pay, withdraw, refundFails],
};

export const ACTS_MAX = Math.max(...Object.values(stories).map((acts) => acts.length));
