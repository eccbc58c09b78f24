import { Injectable } from '@nestjs/common';
import { CaseAnswers } from '#application';
import { dayIn } from '#kernel';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import type { Lang } from '#web';
import { OwnCases, type OwnCase } from '../own/own-cases.service.ts';
import type { ApplyFacts } from './apply-page.ts';

export interface Draft extends OwnCase {
  readonly facts: ApplyFacts;
}

/** A case that is still being filled in. Opening its answers is in the trail: needs a write. */
@Injectable()
export class Drafts {
  constructor(
    private readonly own: OwnCases,
    private readonly answers: CaseAnswers,
    private readonly programmes: Programmes,
  ) {}

  /** Null when it was submitted already; throws 404 when it is nobody's or another's. */
  async one(tx: Tx, reference: string, lang: Lang): Promise<Draft | null> {
    const own = await this.own.one(tx, reference);
    return own.row.state === 'draft' ? this.of(tx, own, lang) : null;
  }

  async of(tx: Tx, own: OwnCase, lang: Lang): Promise<Draft> {
    const { rules, bondedNationality, code } = own.programme;
    return {
      ...own,
      facts: {
        today: dayIn(tx.now, own.consulate.timeZone),
        bondedNationality,
        purposes: rules.purposes,
        stayDaysMax: rules.stayDays,
        passportMarginMonths: rules.passportMarginMonths,
        ports: await this.programmes.ports(tx, code),
        lang,
        answers: await this.answers.draft(tx, own.row.id),
      },
    };
  }
}
