import { CaseQueries } from '#application';
import { AuditQueries } from '#audit';
import { BondQueries, Undertakings } from '#bond-escrow';
import { money } from '#kernel';
import { Papers } from '#notification';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { RefundStore } from '../refund/refund.store.ts';
import type { Dispute } from './dispute.entity.ts';
import type { Told } from './evidence-timeline.ts';

const PURPOSE = 'dispute_evidence';
/** The trail gives at most that many of an account, the newest. */
const TRAIL_MAX = 200;
const SIGN_INS_MAX = 40;

/** Gathers what the evidence of a dispute says, each from where it is kept. */
@Injectable()
export class EvidenceFacts {
  constructor(
    private readonly bonds: BondQueries,
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
    private readonly undertakings: Undertakings,
    private readonly papers: Papers,
    private readonly refunds: RefundStore,
    private readonly audit: AuditQueries,
  ) {}

  /** Null where the money is of no bond. Opens what was signed, in the trail: a writing transaction. */
  async of(tx: Tx, { bondId, caseId }: Dispute): Promise<Told | null> {
    const bond = bondId ? await this.bonds.one(tx, bondId) : null;
    const row = caseId ? await this.cases.byId(tx, caseId) : null;
    if (!bond || !row) return null;
    const { programmeCode, programmeVersion } = row;
    const trail = await this.audit.of(tx, 'account', bond.bond.payerAccountId, TRAIL_MAX);
    return {
      ...{ bond, row },
      consulate: (await this.programmes.consulate(tx, row.consulateId))!,
      programme: await this.programmes.version(tx, programmeCode, programmeVersion),
      signed: await this.undertakings.copy(tx, bond.bond, PURPOSE),
      signedFrom: await this.undertakings.signedFrom(tx, bond.bond, PURPOSE),
      directionCode: await this.papers.codeOf(tx, 'direction', bond.bond.id),
      receiptCode: await this.papers.codeOf(tx, 'receipt', bond.bond.id),
      bondSteps: await this.bonds.history(tx, bond.bond.id),
      caseSteps: await this.cases.history(tx, row.id),
      returned: await this.returned(tx, bond.bond.id),
      signIns: trail
        .filter((e) => e.action === 'account.signed_in')
        .slice(0, SIGN_INS_MAX)
        .map((e) => e.at)
        .reverse(),
    };
  }

  private async returned(tx: Tx, bondId: string): Promise<Told['returned']> {
    const refunds = await this.refunds.ofBond(tx, bondId);
    const tried = await Promise.all(refunds.map((r) => this.refunds.disbursementsOf(tx, r.id)));
    return tried
      .flat()
      .filter((d) => d.state === 'succeeded' || d.state === 'pending')
      .map((d) => ({
        ...{ amount: money(d.amountMinor, d.currency), at: d.stateSince },
        ...{ state: d.state === 'succeeded' ? 'returned' : 'sent', trace: d.traceNumber },
      }));
  }
}
