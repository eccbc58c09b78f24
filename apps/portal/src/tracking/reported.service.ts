import { InformationQueries, type CaseView } from '#application';
import { EvidenceReports, JourneyNotes, StayReports } from '#departure';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/**
 * What a traveller has reported of the stay, and may report now: a departure, a longer stay; what the
 * officer asked; and what
 * the border has recorded of the journey.
 */
@Injectable()
export class Reported {
  constructor(
    private readonly evidence: EvidenceReports,
    private readonly stays: StayReports,
    private readonly notes: JourneyNotes,
    private readonly requests: InformationQueries,
  ) {}

  async of(tx: Tx, row: CaseView) {
    const { newest, mayAsk } = await this.stays.extension(tx, row);
    const proof = await this.evidence.standing(tx, row);
    const journey = await this.notes.ofCase(tx, row.id);
    const information = (await this.requests.standings(tx, [row.id])).get(row.id) ?? null;
    return { ...proof, journey, information, extension: { newest, mayAsk: mayAsk.ok } };
  }
}
