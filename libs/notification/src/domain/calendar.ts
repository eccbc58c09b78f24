import { Temporal, type PlainDate } from '#kernel';
import { createEvents, type EventAttributes } from 'ics';
import type { MailFacts } from './mail-facts.ts';
import type { CalendarWords } from './words.ts';

const PRODUCT = 'visa-bond-portal';
/** A deadline is shown as the hour that ends with it. */
const SHOWN_MINUTES = 60;
const REMINDER_DAYS = [7, 2];

/**
 * The dates of a case as a file for calendars (RFC 5545), with reminders a week and two days before;
 * undefined where there is none. The same date keeps its name, so that a new file corrects the old.
 */
export function calendarOf(
  facts: MailFacts & { readonly reference?: string },
  words: CalendarWords,
  url: string,
): string | undefined {
  const { reference } = facts;
  if (!reference) return undefined;
  const about = (kind: 'postBy' | 'validUntil' | 'leaveBy') => ({
    uid: `${reference}-${kind}@${PRODUCT}`,
    title: words[kind].replace('{reference}', reference),
    description: words.more,
    url,
    alarms: REMINDER_DAYS.map((days) => ({
      action: 'display' as const,
      description: words[kind].replace('{reference}', reference),
      trigger: { days, before: true },
    })),
  });
  const events: EventAttributes[] = [
    ...(facts.postBy ? [{ ...about('postBy'), ...deadline(facts.postBy) }] : []),
    ...(facts.validUntil ? [{ ...about('validUntil'), ...wholeDay(facts.validUntil) }] : []),
    ...(facts.leaveBy ? [{ ...about('leaveBy'), ...wholeDay(facts.leaveBy) }] : []),
  ];
  if (events.length === 0) return undefined;
  const { error, value } = createEvents(events, { productId: PRODUCT });
  if (error || !value) throw error ?? new Error('no calendar was made');
  return value;
}

function deadline(text: string) {
  const ends = Temporal.Instant.from(text.split(' ')[0]!);
  const starts = ends.subtract({ minutes: SHOWN_MINUTES }).toZonedDateTimeISO('UTC');
  const { year, month, day, hour, minute } = starts;
  return {
    start: [year, month, day, hour, minute] as [number, number, number, number, number],
    startInputType: 'utc' as const,
    duration: { minutes: SHOWN_MINUTES },
  };
}

function wholeDay(text: string) {
  const day = Temporal.PlainDate.from(text);
  return { start: partsOf(day), end: partsOf(day.add({ days: 1 })) };
}

const partsOf = (d: PlainDate): [number, number, number] => [d.year, d.month, d.day];
