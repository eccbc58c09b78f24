import { toDate, type PlainDate } from '#kernel';
import { notInStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { journeyStates } from '../domain/case.lifecycle.ts';
import { Visa } from './visa-case.entity.ts';

type Stay = Pick<
  Visa,
  | ('admittedOn' | 'admittedDocumentId' | 'leaveBy' | 'extendedUntil' | 'departedOn')
  | ('dueOn' | 'stayZone' | 'remindOn')
>;

export interface DueReminder {
  readonly remindOn: string;
  readonly caseId: string;
}

/** Reads and writes of visas. Lock the case before. */
@Injectable()
export class VisaStore {
  /** False when the number is taken. */
  async insert(tx: Tx, visa: Visa): Promise<boolean> {
    const done = await tx.query(
      `insert into visa (id, case_id, applicant_account_id, number, valid_from, valid_until,
         stay_days, issued_at, issued_by, programme_code, due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (number) do nothing returning id`,
      [
        visa.id,
        visa.caseId,
        visa.applicantAccountId,
        visa.number,
        `${visa.validFrom}`,
        `${visa.validUntil}`,
        visa.stayDays,
        toDate(visa.issuedAt),
        visa.issuedBy,
        visa.programmeCode,
        `${visa.dueOn}`,
      ],
    );
    return done.length === 1;
  }

  /** Visas whose traveller is to be reminded by that day, the longest waiting first. */
  toRemind(
    tx: Tx,
    through: PlainDate,
    limit: number,
    after: DueReminder | null,
  ): Promise<DueReminder[]> {
    return tx.query(
      `select case_id as "caseId", remind_on::text as "remindOn" from visa
       where remind_on <= $1 and ($2::date is null or (remind_on, case_id) > ($2, $3::uuid))
       order by remind_on, case_id limit $4`,
      [`${through}`, after?.remindOn ?? null, after?.caseId ?? null, limit],
    );
  }

  /** Of cases that are over and were due by that day. Each is looked up: joined, all cases are read. */
  async clearDue(tx: Tx, programmeCode: string, through: PlainDate): Promise<void> {
    await tx.query(
      `update visa v set due_on = null
       where v.programme_code = $1 and v.due_on <= $2
         and (select ${notInStates(journeyStates, 'c.state')} from visa_case c where c.id = v.case_id)`,
      [programmeCode, `${through}`],
    );
  }

  ofCase(tx: Tx, caseId: string): Promise<Visa | null> {
    return tx.manager.getRepository(Visa).findOneBy({ caseId });
  }

  /** Of cases that are locked; one without a visa is not named. */
  ofCases(tx: Tx, caseIds: readonly string[]): Promise<Visa[]> {
    return tx.manager.getRepository(Visa).findBy({ caseId: Any([...caseIds]) });
  }

  /** When each traveller is to be reminded next; null: not any more. */
  async setReminders(
    tx: Tx,
    rows: readonly { readonly caseId: string; readonly remindOn: PlainDate | null }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await tx.sendAlong(
      `update visa v set remind_on = r.day from unnest($1::uuid[], $2::date[]) as r (id, day)
       where v.case_id = r.id`,
      [rows.map((row) => row.caseId), rows.map((row) => row.remindOn?.toString() ?? null)],
    );
  }

  async update(tx: Tx, caseId: string, stay: Partial<Stay>): Promise<void> {
    const { affected } = await tx.manager.getRepository(Visa).update({ caseId }, stay);
    if (affected !== 1) throw new Error('a stay was recorded for a case without a visa');
  }
}
