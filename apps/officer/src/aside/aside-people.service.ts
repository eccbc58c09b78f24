import { CaseQueries } from '#application';
import { Accounts } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** The cases of a record's traveller, and the names of who works on it. */
@Injectable()
export class AsidePeople {
  constructor(
    private readonly cases: CaseQueries,
    private readonly accounts: Accounts,
  ) {}

  async of(tx: Tx, personId: string | null, staff: readonly (string | null)[]) {
    const ids = staff.filter((id) => id !== null);
    return {
      cases: personId ? await this.cases.byPerson(tx, personId) : [],
      names: await this.accounts.staffNames(tx, [...new Set(ids)]),
    };
  }
}
