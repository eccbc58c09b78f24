import { Injectable, Logger } from '@nestjs/common';
import { Lapses, Posting } from '#bond-escrow';
import { MailSender } from '#notification';
import { Database, describeError, systemCtx } from '#platform';
import { RefundSweep } from '#refund';
import { BorderClients } from '#travel';
import { WaitingWork } from './waiting-work.ts';

/**
 * What is found by looking, every minute: deadlines that passed, payments left in between by a
 * process that died, work whose job was lost, mail that did not leave, and rows whose time is over.
 */
@Injectable()
export class Sweep {
  private readonly log = new Logger(Sweep.name);

  constructor(
    private readonly database: Database,
    private readonly lapses: Lapses,
    private readonly posting: Posting,
    private readonly mail: MailSender,
    private readonly border: BorderClients,
    private readonly refunds: RefundSweep,
    private readonly waiting: WaitingWork,
  ) {}

  /** Each part is tried even when another fails; the first failure is then thrown. */
  async run(): Promise<void> {
    const parts = {
      lapses: () => this.lapses.sweep(),
      'payments in between': () => this.posting.settleInBetween(),
      ...this.refunds.parts(),
      'mail that did not leave': () => this.mail.sweep(),
      'old rows': () => this.removeOldRows(),
      'what waits': () => this.waiting.note(),
    };
    const failures: unknown[] = [];
    for (const [name, part] of Object.entries(parts)) {
      try {
        await part();
      } catch (e) {
        this.log.error(`${name}: ${describeError(e).message}`);
        failures.push(e);
      }
    }
    if (failures.length) throw failures[0];
  }

  private removeOldRows(): Promise<void> {
    return this.database.write(systemCtx('sweep'), async (tx) => {
      await tx.query('delete from session where expire < now()');
      await tx.query('delete from rate_limit where window_ends < now()');
      await tx.query(`delete from mailed_code where expires_at < now() - interval '1 day'`);
      // Row-level security leaves those that their owners may still want to look at.
      await tx.query('delete from account_session where expires_at < now()');
      await this.border.sweep(tx);
    });
  }
}
