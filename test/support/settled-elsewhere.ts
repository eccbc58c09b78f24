// A bond's payment refunded in the processor's own dashboard, and what two people make of it.
import { mustBeOk } from '#kernel';
import { Database, type Tx } from '#platform';
import { Settlements, Settling } from '#refund';
import { somebody } from './application-world.ts';
import type { RefundWorld } from './refund-world.ts';

export async function settledElsewhere(
  world: RefundWorld,
  bondId: string,
  outcome: string,
): Promise<void> {
  const { pi } = await world.one<{ pi: string }>(
    `select processor_payment_id as pi from payment where bond_id = $1 and state = 'paid'`,
    bondId,
  );
  await world.stripe('refunds', 'POST', { payment_intent: pi });
  await world.news();
  const { id } = await world.one<{ id: string }>(
    'select id from reversal where bond_id = $1',
    bondId,
  );
  const { officer } = world.apps;
  const [first, second] = [await somebody(world.db, 'staff'), await somebody(world.db, 'staff')];
  const as = <T>(who: typeof first, work: (s: Settlements, tx: Tx) => Promise<T>) =>
    officer.get(Database).write(who.ctx, (tx) => work(officer.get(Settlements), tx));
  mustBeOk(await as(first, (s, tx) => s.propose(tx, id, outcome)));
  mustBeOk(await as(second, (s, tx) => s.approve(tx, id)));
  await world.worker(Settling).settle(id);
}
