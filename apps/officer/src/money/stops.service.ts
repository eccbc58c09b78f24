import { Standstills } from '#breach';
import type { Tx } from '#platform';
import { Freezes, type RefundLine } from '#refund';
import { Injectable } from '@nestjs/common';

type Owned = Pick<RefundLine, 'ownerId' | 'returnedOn'>;

/** What keeps refunds from leaving, and why, as the pages of refunds say it. */
@Injectable()
export class Stops {
  constructor(
    private readonly freezes: Freezes,
    private readonly standstills: Standstills,
  ) {}

  sending(tx: Tx, { ownerId }: Owned) {
    return this.freezes.stopping(tx, 'send_disbursement', { ownerId });
  }

  /** By the money's owner; of what is back with its payer nothing is left to say. */
  reasons(tx: Tx, lines: readonly Owned[]) {
    const open = lines.filter((line) => line.returnedOn === null);
    return this.standstills.of(
      tx,
      open.map((line) => line.ownerId),
    );
  }
}
