import { Accounts, Identity } from '#identity';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'evidence_check';

/** Who something that was sent in is about, and who has looked at it. */
@Injectable()
export class CheckedPeople {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: Accounts,
    private readonly programmes: Programmes,
  ) {}

  /** Opened, and so in the trail. */
  async traveller(tx: Tx, personId: string, documentId: string) {
    return {
      person: await this.identity.person(tx, personId, PURPOSE),
      document: await this.identity.document(tx, documentId, PURPOSE),
    };
  }

  names(tx: Tx, accountIds: readonly string[]) {
    return this.accounts.staffNames(tx, [...new Set(accountIds)]);
  }

  /** A list with who proposed, and in which zone each consulate is. */
  async listed<R extends { readonly proposedBy: string | null }>(tx: Tx, rows: readonly R[]) {
    const consulates = await this.programmes.allConsulates(tx);
    return {
      rows,
      names: await this.names(
        tx,
        rows.flatMap((row) => row.proposedBy ?? []),
      ),
      zones: new Map(consulates.map(({ id, timeZone }) => [id, timeZone])),
    };
  }
}
