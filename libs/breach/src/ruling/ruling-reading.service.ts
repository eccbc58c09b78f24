import { money, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { factors, type Factor, type Weight } from '../domain/factors.ts';
import type { RulingKind, RulingOutcome } from '../domain/ruling.ts';
import type { RulingState } from '../domain/ruling.lifecycle.ts';
import type { BreachFile } from '../file/breach-file.entity.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';
import type { BreachRuling } from './breach-ruling.entity.ts';
import { BreachRulingStore } from './breach-ruling.store.ts';

export interface FindingView {
  readonly groundId: string;
  readonly isEstablished: boolean;
  readonly reasons: string;
}
export interface FactorView {
  readonly factor: Factor;
  readonly weighs: Weight;
  readonly note: string;
}
export interface RulingView {
  readonly id: string;
  readonly kind: RulingKind;
  readonly outcome: RulingOutcome;
  readonly state: RulingState;
  readonly stateSince: Instant;
  readonly refund: Money;
  readonly forfeit: Money;
  readonly byPost: boolean;
  readonly reasons: string;
  readonly findings: readonly FindingView[];
  readonly factors: readonly FactorView[];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  readonly declineReason: string | null;
}

/** A ruling with its reasons, which are opened for it. */
@Injectable()
export class RulingReading {
  constructor(
    private readonly store: BreachRulingStore,
    private readonly texts: SealedTexts,
  ) {}

  async view(tx: Tx, file: BreachFile, row: BreachRuling): Promise<RulingView> {
    const { id, currency, reasonsSealed, refundMinor, forfeitMinor, ...rest } = row;
    const column = 'breach_ruling.reasons_sealed';
    return {
      ...{ id, kind: rest.kind, outcome: rest.outcome, state: rest.state },
      ...{ stateSince: rest.stateSince, byPost: rest.byPost },
      ...{ refund: money(refundMinor, currency), forfeit: money(forfeitMinor, currency) },
      reasons: await this.texts.open(tx, file, column, id, reasonsSealed),
      findings: await this.findings(tx, file, id),
      factors: await this.factors(tx, file, id),
      ...{ proposedBy: rest.proposedBy, proposedAt: rest.proposedAt },
      ...{ decidedBy: rest.decidedBy, declineReason: rest.declineReason },
    };
  }

  private async findings(tx: Tx, file: BreachFile, rulingId: string): Promise<FindingView[]> {
    const views: FindingView[] = [];
    for (const { groundId, isEstablished, reasonsSealed } of await this.store.findings(
      tx,
      rulingId,
    )) {
      const [column, row] = ['breach_finding.reasons_sealed', `${rulingId}/${groundId}`] as const;
      const reasons = await this.texts.open(tx, file, column, row, reasonsSealed);
      views.push({ groundId, isEstablished, reasons });
    }
    return views;
  }

  private async factors(tx: Tx, file: BreachFile, rulingId: string): Promise<FactorView[]> {
    const views: FactorView[] = [];
    for (const { factor, weighs, noteSealed } of await this.store.factors(tx, rulingId)) {
      const [column, row] = ['breach_factor.note_sealed', `${rulingId}/${factor}`] as const;
      const note = await this.texts.open(tx, file, column, row, noteSealed);
      views.push({ factor, weighs, note });
    }
    return views.sort((a, b) => factors.indexOf(a.factor) - factors.indexOf(b.factor));
  }
}
