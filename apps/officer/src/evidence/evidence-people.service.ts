import { Accounts, Identity } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'evidence_check';

/** Who a proof is about, and who has looked at it. */
@Injectable()
export class EvidencePeople {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: Accounts,
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
}
