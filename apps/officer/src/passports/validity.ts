import { CaseQueries, type CaseView } from '#application';
import { isOnOrBefore, Temporal, type PlainDate } from '#kernel';
import type { Tx } from '#platform';
import { passportNeededUntil, type RuleValues } from '#programme';
import { Injectable } from '@nestjs/common';

export interface Validity {
  readonly expiresOn: PlainDate;
  readonly neededUntil: PlainDate;
  readonly isEnough: boolean;
}

interface Known {
  readonly rules: Pick<RuleValues, 'passportMarginMonths'>;
  readonly today: PlainDate;
  /** Of the passport of the case and its renewals, as they were opened; ISO dates. */
  readonly documents: readonly { readonly expiresOn: string }[];
}

/** Whether a traveller's passport outlasts the planned stay (R34). */
@Injectable()
export class PassportValidity {
  constructor(private readonly cases: CaseQueries) {}

  /** Null once the visa is issued, and where no plan was kept with the submission. */
  async of(tx: Tx, row: CaseView, known: Known): Promise<Validity | null> {
    const plan = row.visa ? null : await this.cases.plan(tx, row.id);
    const [expiresOn] = known.documents
      .map((d) => Temporal.PlainDate.from(d.expiresOn))
      .sort((a, b) => Temporal.PlainDate.compare(b, a));
    if (!plan || !expiresOn) return null;
    const neededUntil = passportNeededUntil(plan, known.rules, known.today);
    return { expiresOn, neededUntil, isEnough: isOnOrBefore(neededUntil, expiresOn) };
  }
}
