// A refund that failed at the processor, and what may come after: word of it again, and a second
// disbursement that the treasury approves.
import { money } from '#kernel';
import { Database, systemCtx } from '#platform';
import { Disbursements, RefundFactHandler } from '#refund';
import { expect } from '@jest/globals';
import { somebody } from './application-world.ts';
import type { RefundWorld } from './refund-world.ts';

/** By somebody of the treasury. */
export async function approve(world: RefundWorld, disbursementId: string) {
  const { officer } = world.apps;
  const treasury = await somebody(world.db, 'staff');
  const answer = await officer
    .get(Database)
    .write(treasury.ctx, (tx) => officer.get(Disbursements).approve(tx, disbursementId));
  return { answer, by: treasury.accountId };
}

/** What the processor says of a refund, straight to the row. */
export async function told(
  world: RefundWorld,
  disbursementId: string,
  id: string,
  status: 'succeeded' | 'failed',
): Promise<void> {
  const row = await world.one<{ version: number; pi: string }>(
    'select version, processor_payment_id as pi from disbursement where id = $1',
    disbursementId,
  );
  const done = await world.worker(Database).write(systemCtx('test'), (tx) =>
    world.worker(RefundFactHandler).apply(
      tx,
      {
        ...{ kind: 'refund', processorRefundId: id, disbursementId, processorPaymentId: row.pi },
        ...{ amount: money(1_000_000n, 'USD'), status, pendingReason: null },
        ...{ failureReason: null, traceNumber: null, happenedAt: tx.now },
      },
      row.version,
    ),
  );
  expect(done).toBe('applied');
}

/** The disbursement that failed, and the one after it that waits for the treasury. */
export async function aFailedRefund(world: RefundWorld, reason = 'unknown') {
  const posted = await world.aCancelledBond('refundLater');
  const { bondId, disbursementId } = posted;
  await world.send(disbursementId);
  const refund = (await world.refundsOf(bondId))[0]!.id;
  await world.control(`refunds/${refund}/fail`, { reason });
  await world.news();
  expect(await world.statesOf(bondId)).toEqual(['failed', 'due']);
  return { ...posted, refund, next: await world.openDisbursement(bondId) };
}
