import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import { Database, eachDue, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ToldWays } from './told-ways.store.ts';
import { UntoldWays, type UntoldWay } from './untold-ways.queries.ts';

const BATCH = 100;
const CTX = systemCtx('sweep.ways_closing');

/** Payers are asked for a bank account before the way by which they paid closes. */
@Injectable()
export class ClosingWayMails implements Swept {
  constructor(
    private readonly database: Database,
    private readonly untold: UntoldWays,
    private readonly told: ToldWays,
    private readonly mails: CaseMails,
    private readonly audit: AuditLog,
  ) {}

  sweepParts(): SweepParts {
    return { 'payers whose way back closes': () => this.sweep() };
  }

  /** Returns how many were told. */
  sweep(): Promise<number> {
    return eachDue<UntoldWay>({
      batch: BATCH,
      find: (after) =>
        this.database.read(CTX, (tx) => this.untold.list(tx, { limit: BATCH, after })),
      one: ({ paymentId }) => this.database.write(CTX, (tx) => this.tell(tx, paymentId)),
    });
  }

  /** An account may have been given, or the money have gone back, since it was found. */
  private async tell(tx: Tx, paymentId: string): Promise<boolean> {
    const [way] = await this.untold.list(tx, { limit: 1, paymentId });
    if (!way || !(await this.told.add(tx, way))) return false;
    const { contactPointId, reference, consulateId, closesOn: lastDay } = way;
    await this.mails.send(tx, {
      ...{ contactPointId, reference, consulateId, facts: { lastDay } },
      template: way.isCard ? 'card_expires_soon' : 'bank_way_closes',
    });
    await this.audit.write(tx, {
      ...{ action: 'bond.payer_told_way_closes', subjectKind: 'bond', subjectId: way.bondId },
      details: { payment: paymentId, on: `${lastDay}` },
    });
    return true;
  }
}
