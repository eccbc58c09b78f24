import { money, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

export interface Owed {
  readonly kind: 'bond' | 'suspense';
  /** What the accounts of this kind hold together. */
  readonly held: Money;
}

/** What is owed, read off the guarded accounts: the second way to the sum of the transfers. */
@Injectable()
export class BooksQueries {
  async owed(tx: Tx): Promise<Owed[]> {
    const rows = await tx.query<{ kind: Owed['kind']; currency: string; held: string }>(
      `select kind, currency, sum(held)::bigint as held from ledger.account
       group by kind, currency order by currency, kind`,
    );
    return rows.map((r) => ({ kind: r.kind, held: money(BigInt(r.held), r.currency) }));
  }
}
