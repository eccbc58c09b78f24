import { Database, eachOf, systemCtx, type Swept, type SweepParts } from '#platform';
import { EventInbox } from '#processor';
import { Injectable } from '@nestjs/common';
import { BankBooking } from '../bank/bank-booking.service.ts';
import { isOfBank } from '../domain/difference.ts';
import { Comparing } from './comparing.service.ts';
import { DifferenceAskingQueries } from './difference-asking.queries.ts';
import { Differences } from './differences.store.ts';
import { MovementBooking } from './movement-booking.service.ts';

const CTX = systemCtx('difference.settle');
const SWEEP_MAX = 100;

/** Carries out what the treasury decided of a difference; in the worker, which alone may. */
@Injectable()
export class DifferenceSettling implements Swept {
  constructor(
    private readonly database: Database,
    private readonly differences: Differences,
    private readonly inbox: EventInbox,
    private readonly booking: MovementBooking,
    private readonly bank: BankBooking,
    private readonly comparing: Comparing,
    private readonly asking: DifferenceAskingQueries,
  ) {}

  sweepParts(): SweepParts {
    return { 'differences without a job': () => this.sweep() };
  }

  /** May be repeated. */
  settle(differenceId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const row = await this.differences.lock(tx, differenceId);
      if (!row) return;
      const { state, subject, objectId } = row;
      if (state === 'asked' && isAskable(subject)) {
        await this.inbox.lookUp(tx, { kind: subject, objectId, ourId: null });
      }
      if (state !== 'confirmed') return;
      if (isOfBank(row.kind)) return this.bank.bookConfirmed(tx, row);
      await this.booking.bookConfirmed(tx, objectId, subject);
      await this.comparing.compare(tx, [objectId]);
    });
  }

  /** What a lost job has left. Returns how many it took up. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.asking.unsettled(tx, SWEEP_MAX));
    await eachOf(ids, (id) => this.settle(id));
    return ids.length;
  }
}

const isAskable = (subject: string): subject is 'payment' | 'refund' | 'dispute' =>
  ['payment', 'refund', 'dispute'].includes(subject);
