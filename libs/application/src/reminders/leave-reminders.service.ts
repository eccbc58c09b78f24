import { dayIn } from '#kernel';
import { Database, eachDue, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMails } from '../case/case-mails.service.ts';
import { CaseStore, type DueReminder } from '../case/visa-case.store.ts';
import { remind } from '../domain/reminders.ts';

const BATCH = 200;
/** Where a day begins first. */
const HOURS_AHEAD_MAX = 14;
const CTX = systemCtx('sweep.reminders');

/** Reminds travellers of their leave-by date, in days where their stay is (R31). */
@Injectable()
export class LeaveReminders implements Swept {
  constructor(
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly mails: CaseMails,
  ) {}

  sweepParts(): SweepParts {
    return { 'leave-by reminders': () => this.sweep() };
  }

  /** Returns how many were sent, each with its mail in a transaction of its own. */
  sweep(): Promise<number> {
    return eachDue<DueReminder>({
      batch: BATCH,
      find: (after) =>
        this.database.read(CTX, (tx) => {
          const furthest = dayIn(tx.now.add({ hours: HOURS_AHEAD_MAX }), 'UTC');
          return this.store.toRemind(tx, furthest, BATCH, after);
        }),
      one: ({ caseId }) => this.database.write(CTX, (tx) => this.remindOne(tx, caseId)),
    });
  }

  private async remindOne(tx: Tx, caseId: string): Promise<boolean> {
    const row = await this.store.lock(tx, caseId);
    const visa = row && (await this.store.visa(tx, caseId));
    if (!visa) return false;
    const stay = { ...visa, isTravelling: row.state === 'travelling' };
    const reminded = remind(stay, dayIn(tx.now, visa.stayZone ?? 'UTC'));
    if (!reminded) return false;
    await this.store.updateVisa(tx, caseId, { remindOn: reminded.next });
    if (!reminded.isSent) return false;
    const { contactPointId, reference, consulateId } = row;
    const facts = { leaveBy: visa.leaveBy!, withPorts: true } as const;
    const template = 'leave_by_reminder';
    await this.mails.send(tx, { contactPointId, template, reference, consulateId, facts });
    return true;
  }
}
