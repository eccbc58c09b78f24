// The processor's answers without a network: what a paid session looks like, at once.
import { money, Temporal } from '#kernel';
import type { Outcome, Processor, ProcessorCheckout } from '#processor';
import { BOND_MINOR, paymentOf } from './bonds.ts';

const done = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ kind: 'done', value });

function paidSession(id: string, known: ReadonlyMap<string, string>): ProcessorCheckout {
  const paymentId = paymentOf(id);
  const now = Temporal.Now.instant();
  return {
    ...{ id, status: 'complete', paid: true, url: null, paymentId },
    payment: {
      id: known.get(paymentId) ?? `pi_${id.slice(8)}`,
      status: 'succeeded',
      paymentId,
      received: money(BOND_MINOR, 'USD'),
      chargeId: `ch_${id.slice(8)}`,
      method: 'card',
      cardExpiresOn: null,
      fee: null, // it arrives later, with news of the charge
      createdAt: now,
      chargedAt: now,
      declineCode: null,
      transfer: null,
    },
    createdAt: now,
    expiresAt: now.add({ hours: 24 }),
  };
}

/** `known`: payments of another processor that are to be named, by ours. */
export const processorKnowing = (known: ReadonlyMap<string, string>): Partial<Processor> => ({
  getCheckout: (sessionId) => done(paidSession(sessionId, known)),
  listEvents: () => done([]),
});

export const processorInMemory = processorKnowing(new Map());
