import { InformationQueries } from '#application';
import { CaseStandingQueries } from '#bond-escrow';
import { Accounts, Identity } from '#identity';
import type { Tx } from '#platform';
import { Programmes, type ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { CaseLine, CaseList } from './case-table.view.tsx';

/** Puts beside rows of cases what their table says about them: statements by the page, not the row. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly accounts: Accounts,
    private readonly facts: CaseStandingQueries,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly information: InformationQueries,
  ) {}

  async of(tx: Tx, rows: readonly CaseLine[]): Promise<CaseList> {
    const ids = rows.map((row) => row.id);
    const holders = new Set(rows.flatMap((row) => row.assignedTo ?? []));
    // Asked together, they travel together.
    const [facts, consulates, names, information] = await Promise.all([
      this.facts.of(tx, ids),
      this.consulates(tx),
      this.accounts.staffNames(tx, [...holders]),
      this.information.standings(tx, ids),
    ]);
    return { rows, facts, information, consulates, names, now: tx.now };
  }

  /**
   * The same with the travellers' names: all of a page are opened at once, and one entry of the trail
   * says who was shown. Needs a writing transaction.
   */
  async withPeople(tx: Tx, rows: readonly CaseLine[]): Promise<CaseList> {
    const persons = rows.flatMap((row) => row.personId ?? []);
    const [list, people] = await Promise.all([
      this.of(tx, rows),
      this.identity.names(tx, persons, 'case_list'),
    ]);
    return { ...list, people };
  }

  async consulates(tx: Tx): Promise<Map<string, ConsulateView>> {
    const all = await this.programmes.allConsulates(tx);
    return new Map(all.map((consulate) => [consulate.id, consulate]));
  }
}
