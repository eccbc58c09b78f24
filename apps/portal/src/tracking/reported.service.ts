import type { CaseView } from '#application';
import { EvidenceReports, StayReports } from '#departure';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** What a traveller has reported of the stay, and may report now: a departure, a longer stay. */
@Injectable()
export class Reported {
  constructor(
    private readonly evidence: EvidenceReports,
    private readonly stays: StayReports,
  ) {}

  async of(tx: Tx, row: CaseView) {
    const { newest, mayAsk } = await this.stays.extension(tx, row);
    const proof = await this.evidence.standing(tx, row);
    return { ...proof, extension: { newest, mayAsk: mayAsk.ok } };
  }
}
