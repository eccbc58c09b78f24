/** The page before a decision: what was chosen, and everything that it will cause. */
export const confirm = {
  lead: 'Nothing has happened yet. Check what you chose and what it will cause.',
  effects: 'What will happen',
  change: 'Change it',
  nothing: 'Do nothing and go back to the case',
  next: 'Continue',
  from: 'The case goes from “{{from}}” to “{{to}}”.',
  final: 'You cannot undo this here.',
  direct: {
    title: 'Confirm the bond',
    amount: 'Amount',
    reason: 'Reason for this amount',
    deadline: 'To be paid by',
    asked:
      'The applicant is asked for {{amount}} at once, by email, with a link to the only page on which it can be paid.',
    lapses:
      'If it is not paid by {{when}}, the end of the day in {{city}}, the case lapses by itself.',
    correctable: 'You can correct the amount until the undertaking is signed.',
    notYet: 'Nothing is asked of the applicant, who is not told yet.',
    second: 'A second person, a head of section, must approve {{amount}}. You cannot approve it.',
    waits: 'While it waits, nobody can refuse the visa or direct another amount.',
    approved:
      'If it is approved, the applicant is asked for {{amount}} by email. If that is today, it must be paid by {{when}}, the end of the day in {{city}}.',
    declined: 'If it is declined, the case stays under review with you.',
    button: 'Direct the bond',
    propose: 'Send for approval',
  },
  refuse: {
    title: 'Confirm the refusal',
    told: 'The applicant gets an email that there is a decision, and reads this reason in the case.',
    noMoney: 'No bond was asked, so no money moves.',
    passport: 'The case lets go of the passport, so that the applicant can apply again with it.',
    button: 'Refuse the visa',
  },
  visa: {
    told: 'The applicant gets an email that the visa was issued.',
    held: '{{amount}} stays held. It goes back by itself when a departure in time is recorded, when entry is refused, or when the visa is never used.',
    noBond: 'No bond is held for this case.',
  },
  correct: {
    title: 'Correct the bond',
    lead: 'Nobody has signed for this bond yet, so its amount can be corrected. The earlier direction is kept.',
    now: 'Asked now',
    why: 'Why it is corrected',
    confirm: 'Confirm the correction',
    asked:
      'The applicant is asked for {{amount}} instead of {{before}} at once, by email, and is told that the amount was corrected.',
    stays:
      'Until a second person approves, the applicant is still asked for {{before}} and can sign and pay it. Once it is signed, the correction can only be declined.',
    approved:
      'If it is approved, the applicant is asked for {{amount}} instead, by email. If that is today, it must be paid by {{when}}, the end of the day in {{city}}.',
    declined: 'If it is declined, {{before}} stays the amount.',
    kept: 'The earlier direction stays in the history, with your reason.',
    button: 'Correct the bond',
    error: {
      reasonMissing: 'Choose why the bond is corrected',
      same_terms: 'Choose another amount or another reason: this is what is asked now',
    },
  },
} as const;
