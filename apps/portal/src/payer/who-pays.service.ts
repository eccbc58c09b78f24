import { BondQueries, Payers, type Bond, type BondStep, type BondView } from '#bond-escrow';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { WhoPays } from './payer-panel.page.tsx';

/** Who pays a bond, for its applicant. Opened, in the trail: needs a writing transaction. */
@Injectable()
export class WhoPaysBonds {
  constructor(
    private readonly payers: Payers,
    private readonly bonds: BondQueries,
  ) {}

  /** The bond of a case with what happened to it, oldest first; null while none was asked. */
  async ofCase(
    tx: Tx,
    caseId: string,
  ): Promise<{ bond: BondView; who: WhoPays; history: BondStep[] } | null> {
    const bond = await this.bonds.ofCase(tx, caseId);
    if (!bond) return null;
    const history = await this.bonds.history(tx, bond.bond.id);
    return { bond, who: await this.of(tx, bond.bond), history };
  }

  async of(tx: Tx, bond: Bond): Promise<WhoPays> {
    const asked = await this.payers.asked(tx, bond);
    const isAccepted = asked?.invitation.state === 'accepted';
    return { asked, name: isAccepted ? await this.payers.nameOf(tx, bond, 'who_pays') : null };
  }
}
