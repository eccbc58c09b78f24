import { actorIdOf, type Tx } from '#platform';

/** People open and close a border system's door, each in their own name: machines do not. */
export function personOf(tx: Tx): string {
  const id = actorIdOf(tx.ctx.actor);
  if (tx.ctx.actor.kind !== 'account' || !id) throw new Error('nobody decides');
  return id;
}
