import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { Freezes } from '#refund';
import { Injectable } from '@nestjs/common';
import { isFinalByRule } from '../domain/appeal.ts';
import { BreachQueries } from '../file/breach.queries.ts';
import { BreachFiles } from '../file/breach-files.service.ts';
import { Finality } from '../ruling/finality.service.ts';

const CTX = systemCtx('breach.appeal-windows');
const BATCH = 100;

/** Windows to appeal that are over without an appeal: the breach is final by the rule (R23). */
@Injectable()
export class AppealWindows {
  constructor(
    private readonly database: Database,
    private readonly files: BreachFiles,
    private readonly queries: BreachQueries,
    private readonly freezes: Freezes,
    private readonly finality: Finality,
  ) {}

  /** Returns how many became final. */
  sweep(): Promise<number> {
    return eachDue<string>({
      batch: BATCH,
      find: (after) => this.database.read(CTX, (tx) => this.queries.appealOver(tx, BATCH, after)),
      one: (fileId) => this.database.write(CTX, (tx) => this.byRule(tx, fileId)),
    });
  }

  private async byRule(tx: Tx, fileId: string): Promise<boolean> {
    const locked = await this.files.lock(tx, fileId);
    if (!locked) return false;
    const { bond, file } = locked;
    const { appealBy, caseId } = file;
    if (!isFinalByRule({ bondState: bond.state, appealBy, now: tx.now })) return false;
    // What stops it is settled by people first (R35).
    if (await this.freezes.stopping(tx, 'end_appeal_window', { caseId })) return false;
    await this.finality.final(tx, locked);
    return true;
  }
}
