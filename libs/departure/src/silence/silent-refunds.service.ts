import { Database, systemCtx, type Tx } from '#platform';
import { Programmes, unusedDueOn } from '#programme';
import { RefundBrake, type UnsentRefund } from '#refund';
import { Injectable } from '@nestjs/common';
import { SilentStays } from './silent-stays.service.ts';

const CTX = systemCtx('feeds.corrected');
const BATCH = 200;

/** Refunds of unused visas whose ground was taken from under them before they left (R33). */
@Injectable()
export class SilentRefunds {
  constructor(
    private readonly database: Database,
    private readonly stays: SilentStays,
    private readonly programmes: Programmes,
    private readonly brake: RefundBrake,
  ) {}

  /**
   * A port's records are not complete through the day it had stated: what has not begun to leave
   * because of that waits for the treasury. What has left is on no desk: silence never was a proof.
   * May be repeated. Returns how many it stopped.
   */
  async recheck(programmeCode: string): Promise<number> {
    let stopped = 0;
    let after: string | null = null;
    for (;;) {
      const from: string | null = after;
      const due: UnsentRefund[] = await this.database.read(CTX, (tx) =>
        this.brake.unsent(tx, { programmeCode, rule: 'R15b' }, from, BATCH),
      );
      for (const { caseId } of due) {
        if (await this.database.write(CTX, (tx) => this.stopIfIncomplete(tx, caseId))) stopped++;
      }
      if (due.length < BATCH) return stopped;
      after = due.at(-1)!.id;
    }
  }

  private async stopIfIncomplete(tx: Tx, caseId: string): Promise<boolean> {
    const { theCase, bond, facts } = await this.stays.lock(tx, caseId);
    const { visa, programmeCode, programmeVersion } = theCase;
    if (!visa || !bond) return false;
    const { rules } = await this.programmes.version(tx, programmeCode, programmeVersion);
    const dueOn = unusedDueOn(visa.validUntil, rules);
    if (facts.areComplete(visa.validFrom, dueOn)) return false;
    await this.brake.contradicted(tx, bond.id);
    return true;
  }
}
