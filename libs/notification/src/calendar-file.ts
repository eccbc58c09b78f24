import { calendarOf } from './domain/calendar.ts';
import type { MailFacts } from './domain/mail-facts.ts';
import type { Language } from './domain/mails.ts';
import { en, fr } from './domain/mails.text.ts';

/** The dates of a case for a calendar, as mails attach them; undefined where there is none. */
export const calendarFile = (
  lang: Language,
  reference: string,
  dates: Pick<MailFacts, 'postBy' | 'validUntil' | 'leaveBy'>,
  url: string,
): string | undefined =>
  calendarOf({ reference, ...dates }, (lang === 'fr' ? fr : en).calendar, url);
