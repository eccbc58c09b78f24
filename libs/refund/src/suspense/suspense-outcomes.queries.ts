import { SuspenseQueries, type NotCounted } from '#bond-escrow';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** Money that did not count towards its bond when it came, and what has become of it. */
export interface CameBeside extends NotCounted {
  /** Null while nobody has decided. */
  readonly outcome: 'counted' | 'going_back' | null;
}

/** For the pages of a case; row-level security decides whose. */
@Injectable()
export class SuspenseOutcomes {
  constructor(private readonly suspense: SuspenseQueries) {}

  /** Oldest first. */
  async ofBond(tx: Tx, bondId: string): Promise<CameBeside[]> {
    const all = await this.suspense.ofBond(tx, bondId);
    const ids = all.map((one) => one.receivedPaymentId);
    const outcomes = ids.length > 0 ? await this.outcomes(tx, ids) : null;
    return all.map((one) => ({ ...one, outcome: outcomes?.get(one.receivedPaymentId) ?? null }));
  }

  private async outcomes(
    tx: Tx,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CameBeside['outcome']>> {
    const rows = await tx.query<{ id: string; outcome: CameBeside['outcome'] }>(
      `select owner_id as id, 'going_back' as outcome from refund
       where owner_kind = 'received_payment' and owner_id = any($1)
       union all
       select received_payment_id, 'counted' from suspense_proposal
       where kind = 'match' and state = 'done' and received_payment_id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.outcome]));
  }
}
