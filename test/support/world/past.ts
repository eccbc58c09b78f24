import type { World } from './world.ts';

/**
 * As if everything that the books have learned had been learned so long before. Behind the back of every
 * trigger, since what is booked is never changed.
 */
export async function learnedEarlier(world: World, interval: string): Promise<void> {
  await world.rows(`set session_replication_role = replica;
    update ledger.transfer set learned_at = learned_at - interval '${interval}';
    update ledger.received_payment set learned_at = learned_at - interval '${interval}';
    set session_replication_role = origin`);
}
