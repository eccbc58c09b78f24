import type Stripe from 'stripe';
import type { ListMovements, MovementPage } from '../processor.port.ts';
import { UnexpectedAnswer } from './outcomes.ts';
import { mustBe, readBalance, readMovement } from './read-objects.ts';

// Our own money at the processor: what is there, and what moved it.

export const getBalance = async (stripe: Stripe) => readBalance(await stripe.balance.retrieve());

/** With its source: of a charge only that tells the payment, of a payout whether it goes by itself. */
export async function listMovements(
  stripe: Stripe,
  { since, after, limit }: ListMovements & { limit: number },
): Promise<MovementPage> {
  const list = await stripe.balanceTransactions.list({
    ...{ created: { gte: Math.floor(since.epochMilliseconds / 1000) }, limit },
    ...{ expand: ['data.source'], ...(after !== null && { starting_after: after }) },
  });
  const movements = listed(list).map(readMovement);
  if (list.has_more && movements.length === 0) throw new UnexpectedAnswer('more after nothing');
  return { movements, hasMore: list.has_more };
}

export function listed<T>(list: Stripe.ApiList<T>): T[] {
  mustBe(list as { object: string; id?: string }, 'list', '');
  if (!Array.isArray(list.data)) throw new UnexpectedAnswer('a list without rows');
  return list.data;
}
