import type { FactWords } from './mail-facts.ts';
import type { MailTemplate } from './mails.ts';

/** A mail in one language. `{reference}` and `{code}` are filled in. */
interface MailWords {
  readonly subject: string;
  /** One paragraph each. */
  readonly says: readonly string[];
  /** What the link to the portal is called; where it leads follows from the template. */
  readonly link: string;
}

/** Titles of entries in a calendar. `{reference}` is filled in. */
export interface CalendarWords {
  readonly postBy: string;
  readonly validUntil: string;
  readonly leaveBy: string;
  readonly more: string;
  readonly attached: string;
}

export interface LanguageWords {
  readonly facts: FactWords;
  readonly calendar: CalendarWords;
  /** What stands around every mail. `{portal}` is the portal's address. */
  readonly frame: {
    readonly greeting: string;
    /** Against scams: the one place where money is paid. */
    readonly onlyHere: string;
    readonly noReply: string;
  };
  readonly mails: Readonly<Record<MailTemplate, MailWords>>;
}
