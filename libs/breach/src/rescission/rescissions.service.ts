import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Forfeits } from '../ruling/forfeits.service.ts';
import { Rulings, type MayRefusal } from '../ruling/rulings.service.ts';

/** Proof that came later takes a breach back, with its money, closed or not (R24). */
@Injectable()
export class Rescissions {
  constructor(
    private readonly rulings: Rulings,
    private readonly forfeits: Forfeits,
  ) {}

  async propose(
    tx: Tx,
    fileId: string,
    reasons: string,
  ): Promise<Result<{ rulingId: string }, MayRefusal | 'nothing_to_return'>> {
    const opened = await this.rulings.open(tx, 'rescission', fileId);
    if (!opened.ok) return opened;
    const { forfeitMinor, currency } = await this.forfeits.atStake(tx, opened.value);
    if (forfeitMinor === 0n) return refused('nothing_to_return');
    const row = await this.rulings.propose(tx, opened.value, {
      ...{ kind: 'rescission', outcome: 'rescinded', currency, byPost: false, reasons },
      ...{ refundMinor: forfeitMinor, forfeitMinor: 0n },
    });
    return ok({ rulingId: row.id });
  }
}
