import { Bonds } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayAppeal, type AppealRefusal } from '../domain/appeal.ts';
import type { AppealOutcome } from '../domain/ruling.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';
import { Forfeits } from '../ruling/forfeits.service.ts';
import { Rulings, type MayRefusal } from '../ruling/rulings.service.ts';

/** The payer's appeal, and what two people without a part in the decision make of it (R22). */
@Injectable()
export class Appeals {
  constructor(
    private readonly store: BreachFileStore,
    private readonly bonds: Bonds,
    private readonly rulings: Rulings,
    private readonly forfeits: Forfeits,
    private readonly texts: SealedTexts,
    private readonly trail: BreachTrail,
  ) {}

  /** By the payer, within the window; from then on nothing becomes final by itself. */
  async lodge(
    tx: Tx,
    fileId: string,
    text: string,
  ): Promise<Result<true, AppealRefusal | 'no_such_file'>> {
    const file = await this.store.find(tx, fileId);
    if (!file) return refused('no_such_file');
    const { bondId, payerAccountId, appealBy } = file;
    const bond = (await this.bonds.lock(tx, bondId)) ?? (await this.bonds.find(tx, bondId))!;
    const isPayer = payerAccountId === personOf(tx);
    const may = mayAppeal({ bondState: bond.state, appealBy, isPayer, now: tx.now });
    if (!may.ok) return may;
    await this.store.addAppeal(tx, {
      ...{ fileId, accountId: payerAccountId, lodgedAt: tx.now },
      textSealed: await this.texts.seal(tx, file, 'breach_appeal.text_sealed', fileId, text),
    });
    await this.bonds.move(tx, bond, 'appealed');
    await this.trail.note(tx, file, 'appealed');
    return ok(true);
  }

  /** Upheld, it is final; overturned, all that was to be forfeited goes back. */
  async propose(
    tx: Tx,
    fileId: string,
    { outcome, reasons }: { readonly outcome: AppealOutcome; readonly reasons: string },
  ): Promise<Result<{ rulingId: string }, MayRefusal>> {
    const opened = await this.rulings.open(tx, 'appeal', fileId);
    if (!opened.ok) return opened;
    const { forfeitMinor, currency } = await this.forfeits.atStake(tx, opened.value);
    const refundMinor = outcome === 'overturned' ? forfeitMinor : 0n;
    const of = { kind: 'appeal', outcome, currency, refundMinor, forfeitMinor: 0n } as const;
    const row = await this.rulings.propose(tx, opened.value, { ...of, byPost: false, reasons });
    return ok({ rulingId: row.id });
  }
}
