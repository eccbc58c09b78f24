import { dayIn } from '#kernel';
import { Database, eachDue, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMails, type CaseMailOrder } from '../case/case-mails.service.ts';
import type { CaseRow, Visa } from '../case/visa-case.entity.ts';
import { CaseStore } from '../case/visa-case.store.ts';
import { VisaStore, type DueReminder } from '../case/visa.store.ts';
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
    private readonly cases: CaseStore,
    private readonly visas: VisaStore,
    private readonly mails: CaseMails,
  ) {}

  sweepParts(): SweepParts {
    return { 'leave-by reminders': () => this.sweep() };
  }

  /** Returns how many were sent. */
  sweep(): Promise<number> {
    return eachDue<DueReminder>({
      batch: BATCH,
      find: (after) =>
        this.database.read(CTX, (tx) => {
          const furthest = dayIn(tx.now.add({ hours: HOURS_AHEAD_MAX }), 'UTC');
          return this.visas.toRemind(tx, furthest, BATCH, after);
        }),
      all: (due) => this.database.write(CTX, (tx) => this.remind(tx, due)),
    });
  }

  private async remind(tx: Tx, due: readonly DueReminder[]): Promise<number> {
    const ids = due.map(({ caseId }) => caseId);
    const rows = await this.cases.lockAll(tx, ids);
    const decided = (await this.visas.ofCases(tx, ids)).flatMap((visa) => {
      const row = rows.get(visa.caseId)!;
      const stay = { ...visa, isTravelling: row.state === 'travelling' };
      const reminded = remind(stay, dayIn(tx.now, visa.stayZone ?? 'UTC'));
      return reminded ? [{ row, visa, ...reminded }] : [];
    });
    const nextOf = decided.map(({ visa, next }) => ({ caseId: visa.caseId, remindOn: next }));
    await this.visas.setReminders(tx, nextOf);
    const sent = decided.filter(({ isSent }) => isSent);
    await this.mails.sendAll(
      tx,
      sent.map(({ row, visa }) => mailOf(row, visa)),
    );
    return sent.length;
  }
}

const mailOf = (row: CaseRow, { leaveBy }: Visa): CaseMailOrder => {
  const { contactPointId, reference, consulateId } = row;
  const facts = { leaveBy: leaveBy!, withPorts: true } as const;
  return { contactPointId, template: 'leave_by_reminder', reference, consulateId, facts };
};
