import type { Bond } from '#bond-escrow';
import { money, type Currency } from '#kernel';
import { cause, freeOf, LedgerQueries, LedgerStore, reserveOf } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BreachFile } from '../file/breach-file.entity.ts';
import type { BreachRuling } from './breach-ruling.entity.ts';
import { BreachRulingStore } from './breach-ruling.store.ts';

/** What money a ruling is about, in minor units. */
export interface AtStake {
  /** What the bond holds beyond what is promised to a way out. */
  readonly freeMinor: bigint;
  /** What a decision has reserved for the state or given to it, less what the operator bears. */
  readonly forfeitMinor: bigint;
  readonly currency: Currency;
}

interface About {
  readonly file: Pick<BreachFile, 'id'>;
  readonly bond: Bond;
}

/** The state's part of a bond in the ledger: reserved by a decision, settled once that is final. */
@Injectable()
export class Forfeits {
  constructor(
    private readonly rulings: BreachRulingStore,
    private readonly ledger: LedgerStore,
    private readonly books: LedgerQueries,
  ) {}

  async atStake(tx: Tx, about: About): Promise<AtStake> {
    const { bond } = about;
    const free = await freeOf(tx, bond.id);
    const found = await this.reserved(tx, about);
    const borne = (await this.books.bond(tx, bond.id))?.borne.minor ?? 0n;
    const isThere = found?.stands === 'standing' || found?.stands === 'settled';
    const forfeit = isThere ? found.amount.minor - borne : 0n;
    return {
      freeMinor: free?.minor ?? 0n,
      forfeitMinor: forfeit > 0n ? forfeit : 0n,
      currency: bond.currency,
    };
  }

  /** Sets the part aside; the number by which the ruling names it. */
  reserve(tx: Tx, row: BreachRuling, bond: Bond): Promise<number> {
    return this.ledger.reserve(tx, {
      ...{ ownerId: bond.id, code: 'forfeit', to: 'state:forfeited' },
      ...{ amount: money(row.forfeitMinor, row.currency), decisionId: row.decisionId! },
      ...{ cause: cause.forfeitReserved(row.id), happenedAt: tx.now },
    });
  }

  /** It is final. A lost dispute may have taken what was reserved: then there is nothing to settle. */
  async settle(tx: Tx, about: About): Promise<void> {
    const found = await this.reserved(tx, about);
    if (found?.stands !== 'standing') return;
    await this.ledger.settle(tx, { ...found.about, cause: cause.forfeited(found.decisionId) });
  }

  /** What was reserved for the state, or is the state's already, is the bond's again (R24). */
  async release(tx: Tx, about: About, by: BreachRuling): Promise<void> {
    const found = await this.reserved(tx, about);
    if (found?.stands === 'standing') {
      await this.ledger.void(tx, { ...found.about, cause: cause.notForfeited(found.decisionId) });
    }
    if (found?.stands === 'settled') {
      const why = { decisionId: by.decisionId!, cause: cause.rescinded(by.id) };
      await this.ledger.rescind(tx, { ...found.about, ...why });
    }
  }

  private async reserved(tx: Tx, { file, bond }: About) {
    const decision = await this.rulings.forfeiting(tx, file.id);
    const reserve = decision && (await reserveOf(tx, bond.id, decision.forfeitSeq!));
    if (!decision || !reserve) return null;
    const about = { ownerId: bond.id, reserve: decision.forfeitSeq!, happenedAt: tx.now };
    return { ...reserve, about, decisionId: decision.id };
  }
}
