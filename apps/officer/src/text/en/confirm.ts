/** The page before a decision: what was chosen, and everything that it will cause. */
export const confirm = {
  lead: 'Nothing has happened yet. Check your choice and what it will do.',
  effects: 'What will happen',
  change: 'Change',
  nothing: 'Do nothing and go back to the case',
  next: 'Continue',
  from: 'The case goes from “{{from}}” to “{{to}}”.',
  final: 'You cannot undo this.',
  direct: {
    title: 'Confirm the bond',
    amount: 'Amount',
    reason: 'Reason for this amount',
    deadline: 'Post by',
    asked:
      'The applicant is immediately sent an email asking for {{amount}}, with a link to the only page where it can be paid.',
    lapses:
      'If it is not posted by {{when}}, the end of the day in {{city}}, the case lapses automatically.',
    correctable: 'You can correct the amount until the undertaking is signed.',
    notYet: 'The applicant is not told and does not need to do anything yet.',
    second:
      'A second person must approve {{amount}}: a head of section. You cannot approve it yourself.',
    waits: 'While it waits, nobody can refuse the visa or direct another amount.',
    approved:
      'If it is approved, the applicant is sent an email asking for {{amount}}. If that is today, it must be posted by {{when}}, the end of the day in {{city}}.',
    declined: 'If it is declined, the case stays under review with you.',
    button: 'Direct the bond',
    propose: 'Send for approval',
  },
  refuse: {
    title: 'Confirm the refusal',
    told: 'The applicant is sent an email saying that there is a decision, and can read this reason in the case.',
    noMoney: 'No bond was directed, so no money moves.',
    passport: 'The passport is released, so the applicant can use it to apply again.',
    button: 'Refuse the visa',
  },
  visa: {
    told: 'The applicant is sent an email saying that the visa was issued.',
    held: '{{amount}} stays held. It is refunded automatically if an on-time departure is recorded, if entry is refused, or if the visa is never used.',
    noBond: 'No bond is held for this case.',
  },
  correct: {
    title: 'Correct the bond',
    lead: 'The undertaking has not been signed yet, so you can correct the amount. The earlier direction is kept.',
    now: 'Current amount',
    why: 'Reason for the correction',
    confirm: 'Confirm the correction',
    asked:
      'The applicant is immediately sent an email saying that the bond was corrected, and asking for {{amount}} instead of {{before}}.',
    stays:
      'Until a second person approves it, {{before}} still applies, and the applicant can sign the undertaking and pay. Once the undertaking is signed, the correction can only be declined.',
    approved:
      'If it is approved, the applicant is sent an email asking for {{amount}} instead. If that is today, it must be posted by {{when}}, the end of the day in {{city}}.',
    declined: 'If it is declined, the amount stays {{before}}.',
    kept: 'The earlier direction stays in the history, with your reason.',
    button: 'Correct the bond',
    error: {
      reasonMissing: 'Select the reason for the correction',
      same_terms: 'Select a different amount or reason. This is the same as the current bond',
    },
  },
} as const;
