/** Whose passport it is, by an officer's word (R32). */
export const passport = {
  title: 'Passport',
  number: 'Number',
  standing: 'Whose it is',
  confirmed: 'Confirmed',
  unconfirmed: 'Not confirmed yet',
  by: 'By {{name}} on {{day}}',
  renewals: 'Renewed as',
  rivals: 'Other cases name this passport too',
  warning: 'Warning',
  rivalConfirmed: 'The passport is confirmed for that traveller.',
  rivalClaims: 'It is not confirmed there.',
  statement:
    'Compare the passport, or its copy, with the data above. Border records count only for a passport that you have confirmed, and no bond is directed and no visa issued before.',
  confirm: 'Confirm the passport',
  holdFirst: 'The officer who holds the case confirms the passport.',
  reassign: 'Take the passport for this traveller',
  reassignReason: 'Why is it this traveller’s passport?',
  reassignHint:
    'It is confirmed for another traveller. Their border records no longer count once you take it: look at the other case first. Your reason is kept.',
  renew: 'Record a renewed passport',
  part: {
    passport: 'Passport of this case',
    renewal: 'Renewed passport',
    other: 'Another passport of the traveller',
  },
  renewal: {
    title: 'Record a renewed passport',
    lead: 'Border records of the new passport will count for this case. A departure on another passport than the one shown at entry still waits for an officer.',
    reason: 'Why does the traveller have another passport?',
    number: 'Number of the new passport',
    numberHint: 'As printed. It must be a passport of {{code}}.',
    expiresOn: 'Valid until',
    expiresOnWhat: 'the last day on which the passport is valid',
    button: 'Record the passport',
  },
  error: {
    reason: 'Choose why the traveller has another passport',
    number: 'Enter the number of the passport: letters A to Z and digits',
    held_by_another_traveller: 'This passport is confirmed for another traveller. Check the number',
    document_expired: 'The passport has expired. Enter one that is valid',
  },
} as const;
