import type { CaseView } from '#application';
import type { PlainDate } from '#kernel';
import type { Tx } from '#platform';
import type { RuleValues } from '#programme';
import { Injectable } from '@nestjs/common';
import { CasePassport } from './case-passport.ts';
import { PassportValidity, type Validity } from './validity.ts';

/** What a page before a decision says of the passport. Opening it is in the trail. */
@Injectable()
export class DecisionPassport {
  constructor(
    private readonly passports: CasePassport,
    private readonly validities: PassportValidity,
  ) {}

  async validity(
    tx: Tx,
    row: CaseView,
    known: { readonly rules: RuleValues; readonly today: PlainDate },
  ): Promise<Validity | null> {
    const { renewals } = await this.passports.of(tx, row);
    const ids = [row.travelDocumentId, ...renewals.map((d) => d.documentId)];
    const named = await this.passports.named(tx, row, ids, 'case_decision');
    const documents = [...named.values()].map((d) => d.details);
    return this.validities.of(tx, row, { ...known, documents });
  }
}
