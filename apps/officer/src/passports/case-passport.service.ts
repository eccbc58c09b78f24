import { CaseDocuments, CaseQueries, type CaseDocument, type CaseView } from '#application';
import { Accounts, Identity } from '#identity';
import type { DocumentDetails } from '#identity';
import { Temporal, type PlainDate } from '#kernel';
import type { Tx } from '#platform';
import { passportValidity, type PassportValidity, type RuleValues } from '#programme';
import { Injectable } from '@nestjs/common';

/** How a document stands to the case: applied with, in its place since, or neither. */
type DocumentPart = CaseDocument['basis'] | 'other';

export interface NamedDocument {
  readonly details: DocumentDetails;
  readonly part: DocumentPart;
}

/** What officers have said of the traveller's documents, and who else names the same passport. */
@Injectable()
export class CasePassport {
  constructor(
    private readonly documents: CaseDocuments,
    private readonly identity: Identity,
    private readonly accounts: Accounts,
    private readonly cases: CaseQueries,
  ) {}

  async of(tx: Tx, row: CaseView) {
    const counting = await this.documents.ofCase(tx, row.id);
    const people = [...new Set(counting.map((d) => d.confirmedBy))];
    return {
      confirmed: counting.find((d) => d.basis === 'passport') ?? null,
      renewals: counting.filter((d) => d.basis === 'renewal'),
      rivals: await this.documents.rivals(tx, row),
      names: await this.accounts.staffNames(tx, people),
    };
  }

  /** The documents with these ids, opened, and so in the trail. */
  async named(
    tx: Tx,
    row: CaseView,
    ids: readonly (string | null)[],
    purpose: string,
  ): Promise<ReadonlyMap<string, NamedDocument>> {
    const counting = await this.documents.ofCase(tx, row.id);
    const found = new Map<string, NamedDocument>();
    for (const id of new Set(ids)) {
      if (id === null) continue;
      const isOwn = id === row.travelDocumentId;
      const basis = counting.find((d) => d.documentId === id)?.basis;
      const part = isOwn ? 'passport' : (basis ?? 'other');
      found.set(id, { details: await this.identity.document(tx, id, purpose), part });
    }
    return found;
  }

  /**
   * Whether the passport, or what it was renewed as, outlasts the planned stay (R34). Null once the
   * visa is issued, and where no plan was kept. `details` were opened by whoever shows them.
   */
  async validity(
    tx: Tx,
    row: CaseView,
    known: {
      readonly rules: Pick<RuleValues, 'passportMarginMonths'>;
      readonly today: PlainDate;
      readonly details: readonly DocumentDetails[];
    },
  ): Promise<PassportValidity | null> {
    const plan = row.visa ? null : await this.cases.plan(tx, row.id);
    const expiries = known.details.map((d) => Temporal.PlainDate.from(d.expiresOn));
    return plan && passportValidity(expiries, plan, known.rules, known.today);
  }

  /** The same for a page before a decision, which opens the documents itself. */
  async validityBefore(
    tx: Tx,
    row: CaseView,
    known: { readonly rules: RuleValues; readonly today: PlainDate },
  ): Promise<PassportValidity | null> {
    const { renewals } = await this.of(tx, row);
    const ids = [row.travelDocumentId, ...renewals.map((d) => d.documentId)];
    const named = await this.named(tx, row, ids, 'case_decision');
    return this.validity(tx, row, { ...known, details: [...named.values()].map((d) => d.details) });
  }
}
