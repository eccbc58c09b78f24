import { Database, newId, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { groundOfReferral } from '../domain/grounds.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { ReferralQueries, type Referred } from './referral.queries.ts';

const CTX = systemCtx('breach.referrals');
const SWEEP_MAX = 500;

/** Opens a file for each bond that was referred, with the ground it was referred for (R16). */
@Injectable()
export class Referrals {
  constructor(
    private readonly database: Database,
    private readonly referred: ReferralQueries,
    private readonly store: BreachFileStore,
    private readonly trail: BreachTrail,
  ) {}

  /** Returns how many were opened. For the worker's sweep; may be repeated. */
  async openAll(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const due = await this.referred.withoutFile(tx, SWEEP_MAX);
      for (const bond of due) await this.open(tx, bond);
      return due.length;
    });
  }

  private async open(tx: Tx, { reasonCode, ...bond }: Referred): Promise<void> {
    const fileId = newId();
    const code = groundOfReferral(reasonCode);
    const none = { noticeBy: null, noticedAt: null, replyBy: null };
    const unserved = { servedAt: null, byPost: null, appealBy: null };
    const file = { id: fileId, ...bond, openedAt: tx.now, ...none, ...unserved };
    await this.store.insert(tx, file, { id: newId(), fileId, code, factsSealed: null });
    await this.trail.note(tx, file, 'opened', { bond: bond.bondId, ground: code });
  }
}
