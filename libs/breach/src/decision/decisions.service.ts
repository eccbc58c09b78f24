import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { factors, type Factor, type Weight } from '../domain/factors.ts';
import { agree, partsOf, type DecisionOutcome } from '../domain/ruling.ts';
import type { BreachFile } from '../file/breach-file.entity.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';
import type { BreachFactor, BreachFinding } from '../ruling/breach-ruling.entity.ts';
import { BreachRulingStore } from '../ruling/breach-ruling.store.ts';
import { Forfeits } from '../ruling/forfeits.service.ts';
import { Rulings, type MayRefusal } from '../ruling/rulings.service.ts';

export interface NewDecision {
  readonly outcome: DecisionOutcome;
  /** Of a decision in part: what becomes the state's. */
  readonly forfeitMinor: bigint | null;
  readonly byPost: boolean;
  readonly reasons: string;
  /** One for each ground that the notice names. */
  readonly findings: readonly { groundId: string; isEstablished: boolean; reasons: string }[];
  /** One for each factor of R18. */
  readonly factors: readonly { factor: Factor; weighs: Weight; note: string }[];
}

export type DecisionRefusal =
  | MayRefusal
  | 'part_out_of_range'
  | 'findings_missing'
  | 'factors_missing'
  | 'outcome_does_not_follow';

/** The reasoned decision of an adjudicator, ground by ground and factor by factor (R18 to R20). */
@Injectable()
export class Decisions {
  constructor(
    private readonly rulings: Rulings,
    private readonly forfeits: Forfeits,
    private readonly store: BreachRulingStore,
    private readonly files: BreachFileStore,
    private readonly texts: SealedTexts,
  ) {}

  async propose(
    tx: Tx,
    fileId: string,
    d: NewDecision,
  ): Promise<Result<{ rulingId: string }, DecisionRefusal>> {
    const opened = await this.rulings.open(tx, 'decision', fileId);
    if (!opened.ok) return opened;
    const named = (await this.files.grounds(tx, fileId)).filter((g) => g.factsSealed);
    const isEach = named.every((g) => d.findings.some((f) => f.groundId === g.id));
    if (!isEach || d.findings.length !== named.length) return refused('findings_missing');
    const weighed = new Set(d.factors.map((f) => f.factor));
    if (factors.some((f) => !weighed.has(f)) || d.factors.length !== factors.length) {
      return refused('factors_missing');
    }
    const established = d.findings.map((f) => f.isEstablished);
    if (!agree({ established, outcome: d.outcome })) return refused('outcome_does_not_follow');
    const { freeMinor, currency } = await this.forfeits.atStake(tx, opened.value);
    const parts = partsOf(d.outcome, freeMinor, d.forfeitMinor);
    if (!parts.ok) return parts;
    const { outcome, byPost, reasons } = d;
    const of = { kind: 'decision', outcome, currency, byPost, reasons, ...parts.value } as const;
    const row = await this.rulings.propose(tx, opened.value, of);
    await this.reason(tx, opened.value.file, row.id, d);
    return ok({ rulingId: row.id });
  }

  private async reason(tx: Tx, file: BreachFile, rulingId: string, d: NewDecision): Promise<void> {
    const findings: BreachFinding[] = [];
    for (const { groundId, isEstablished, reasons } of d.findings) {
      const row = `${rulingId}/${groundId}`;
      const column = 'breach_finding.reasons_sealed';
      const reasonsSealed = await this.texts.seal(tx, file, column, row, reasons);
      findings.push({ rulingId, groundId, isEstablished, reasonsSealed });
    }
    const weighed: BreachFactor[] = [];
    for (const { factor, weighs, note } of d.factors) {
      const row = `${rulingId}/${factor}`;
      const noteSealed = await this.texts.seal(tx, file, 'breach_factor.note_sealed', row, note);
      weighed.push({ rulingId, factor, weighs, noteSealed });
    }
    await this.store.insertGrounds(tx, findings, weighed);
  }
}
