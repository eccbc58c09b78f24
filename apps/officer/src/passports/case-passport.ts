import { CaseDocuments, type CaseDocument, type CaseView } from '#application';
import { Accounts, Identity } from '#identity';
import type { DocumentDetails } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** How a document stands to the case: applied with, in its place since, or neither. */
export type DocumentPart = CaseDocument['basis'] | 'other';

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
}

export type PassportContent = Awaited<ReturnType<CasePassport['of']>>;
