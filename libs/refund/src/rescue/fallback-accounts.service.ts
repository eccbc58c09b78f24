import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import type { Bond } from '#bond-escrow';
import { Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { lastFourOf, type BankAccount } from '../domain/bank-account.ts';
import { mayGiveBeforehand } from '../domain/decide-rescue.ts';
import { accountPlace } from './account-place.ts';
import { FallbackAccountStore, type FallbackView } from './fallback-account.store.ts';

type PaidBond = Pick<Bond, 'id' | 'state' | 'reference' | 'payerAccountId' | 'payerContactPointId'>;

/** A payer says beforehand where a refund goes that cannot go back as it came (R12). */
@Injectable()
export class FallbackAccounts {
  constructor(
    private readonly store: FallbackAccountStore,
    private readonly identity: Identity,
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  /** The one that counts, of whoever asks; null where none was given. */
  of(tx: Tx, bondId: string): Promise<FallbackView | null> {
    return this.store.current(tx, bondId, personOf(tx));
  }

  /** Takes the place of one that was given before. The password was typed again just before. */
  async give(
    tx: Tx,
    bond: PaidBond,
    account: BankAccount,
  ): Promise<Result<{ accountId: string }, 'not_the_payer' | 'wrong_state'>> {
    if (bond.payerAccountId !== personOf(tx)) return refused('not_the_payer');
    if (!mayGiveBeforehand(bond.state)) return refused('wrong_state');
    await this.end(tx, bond.id);
    const id = newId();
    const { payerAccountId } = bond;
    const plain = JSON.stringify(account);
    await this.store.insert(tx, {
      ...{ id, bondId: bond.id, payerAccountId, kind: account.kind },
      sealed: await this.identity.seal(tx, payerAccountId, accountPlace(id), plain),
      ...{ lastFour: lastFourOf(account), givenAt: tx.now, endedAt: null },
    });
    await this.note(tx, bond.id, 'fallback_given', { account: id, kind: account.kind });
    const { payerContactPointId: contactPointId, reference } = bond;
    await this.mails.send(tx, { contactPointId, template: 'account_given', reference });
    return ok({ accountId: id });
  }

  /** False where none was given. */
  async takeBack(tx: Tx, bondId: string): Promise<boolean> {
    const isEnded = await this.end(tx, bondId);
    if (isEnded) await this.note(tx, bondId, 'fallback_taken_back', {});
    return isEnded;
  }

  private async end(tx: Tx, bondId: string): Promise<boolean> {
    const found = await this.of(tx, bondId);
    if (!found) return false;
    await this.store.end(tx, found.id);
    return true;
  }

  private note(tx: Tx, bondId: string, what: string, details: Record<string, string>) {
    const about = { subjectKind: 'bond', subjectId: bondId, details } as const;
    return this.audit.write(tx, { action: `rescue.${what}`, ...about });
  }
}
