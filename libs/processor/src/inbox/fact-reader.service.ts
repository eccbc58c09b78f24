import { instantFromDate } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { FactRef, ProcessorFact } from '../domain/facts.ts';
import {
  factOfCash,
  factOfCheckout,
  factOfDispute,
  factOfPayment,
  factOfRefund,
  factOfWarning,
} from '../domain/read-facts.ts';
import { AMOUNT_NOT_READABLE, Processor, type Outcome } from '../processor.port.ts';

/** One object to look up, whatever number of events speaks of it. */
export interface LookUp {
  readonly handling: 'checkout' | 'payment' | 'refund' | 'dispute' | 'warning' | 'cash';
  readonly objectId: string;
  readonly ourId: string | null;
  /** When the newest of the events was made. */
  readonly newsAt: Date;
}

export type Read =
  | { readonly kind: 'fact'; readonly fact: ProcessorFact }
  | { readonly kind: 'parked'; readonly problem: string }
  | { readonly kind: 'later'; readonly problem: string };

export function refOfLookUp({ handling, objectId, ourId }: LookUp): FactRef {
  if (handling === 'cash') return { kind: 'cash', processorCustomerId: objectId };
  if (handling === 'dispute') return { kind: 'dispute', processorDisputeId: objectId };
  if (handling === 'warning') return { kind: 'warning', processorWarningId: objectId };
  if (handling === 'refund') {
    return { kind: 'refund', disbursementId: ourId, processorRefundId: objectId };
  }
  return {
    kind: 'payment',
    paymentId: ourId,
    sessionId: handling === 'checkout' ? objectId : null,
    processorPaymentId: handling === 'payment' ? objectId : null,
  };
}

/** Fetches the current object and says what it means. Never inside a transaction. */
@Injectable()
export class FactReader {
  constructor(private readonly processor: Processor) {}

  async read(look: LookUp): Promise<Read> {
    if (look.handling === 'checkout') {
      return readOf(await this.processor.getCheckout(look.objectId), factOfCheckout);
    }
    if (look.handling === 'payment') return this.payment(look.objectId);
    if (look.handling === 'warning') {
      return readOf(await this.processor.getWarning(look.objectId), factOfWarning);
    }
    if (look.handling === 'cash') {
      return readOf(await this.processor.getCash(look.objectId), factOfCash);
    }
    const at = instantFromDate(look.newsAt);
    if (look.handling === 'dispute') {
      return readOf(await this.processor.getDispute(look.objectId), (d) => factOfDispute(d, at));
    }
    return readOf(await this.processor.getRefund(look.objectId), (r) => factOfRefund(r, at));
  }

  private async payment(id: string): Promise<Read> {
    // Whose it is, its session tells, which only we could open: metadata can be copied to any
    // payment. And one that is waiting or over means what its session makes of it.
    const sessions = await this.processor.findCheckouts(id);
    if (sessions.kind !== 'done' || sessions.value.length > 0) {
      return readOf(sessions, ([session]) => factOfCheckout(session!));
    }
    return readOf(await this.processor.getPayment(id), factOfPayment);
  }
}

/** A refusal to show an object is lasting, as is what we cannot read; all else is asked again. */
function readOf<T>(found: Outcome<T>, toFact: (value: T) => ProcessorFact | undefined): Read {
  if (found.kind === 'unknown') {
    const problem = found.reason;
    return { kind: problem === AMOUNT_NOT_READABLE ? 'parked' : 'later', problem };
  }
  if (found.kind === 'refused') return { kind: 'parked', problem: found.code };
  const fact = toFact(found.value);
  return fact ? { kind: 'fact', fact } : { kind: 'parked', problem: 'unknown_status' };
}
