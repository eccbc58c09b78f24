import type { MailFacts } from '#notification';
import { isToPost } from '#bond-escrow';
import type { Tracked } from './tracking.service.ts';

type Dates = Pick<MailFacts, 'postBy' | 'validUntil' | 'leaveBy'>;

/** The dates by which the person must still act; none of them when they are met or over. */
export function calendarDates({
  bond,
  row,
  consulate,
}: Pick<Tracked, 'bond' | 'row' | 'consulate'>): Dates {
  const { visa } = row;
  const isUsed = visa === null || visa.admittedOn !== null;
  return {
    ...(bond &&
      isToPost(bond.bond.state) && { postBy: `${bond.clock.postBy} ${consulate.timeZone}` }),
    ...(row.state === 'visa_issued' && !isUsed && { validUntil: `${visa.validUntil}` }),
    ...(row.state === 'travelling' &&
      visa?.leaveBy &&
      !visa.departedOn &&
      // When proof of the departure is asked for, the day is over.
      bond?.bond.state !== 'evidence_requested' && { leaveBy: `${visa.leaveBy}` }),
  };
}
