/** Lists of cases, and opening one. */
export const cases = {
  list: {
    title: 'My cases',
    empty: 'You have no case yet',
    emptyHelp: 'A case is one person’s application for a visa.',
    new: 'Start a new case',
    caption: 'Your cases, newest first',
    reference: 'Case',
    programme: 'Programme',
    status: 'Status',
    since: 'Since',
  },
  new: {
    title: 'Start a new case',
    lead: 'A case is one person’s application. Make one for each traveller.',
    programme: 'Which programme do you apply under?',
    consulate: 'Which consulate do you apply to?',
    consulateHint: 'Its deadlines end with the day there.',
    button: 'Open the case',
  },
  error: {
    programme: 'Choose the programme that you apply under',
    consulate: 'Choose the consulate that you apply to',
  },
  notOpen: {
    title: 'This programme takes no new cases',
    body: 'You cannot apply under it now. Nothing was opened and there is nothing to pay.',
    next: 'Look at where the programmes stand',
  },
  tooMany: {
    title: 'You have {{max}} drafts already',
    body: 'Finish or use one of them before you open another case.',
    next: 'Go to my cases',
  },
  status: {
    draft: 'Draft',
    under_review: 'With the consulate',
    answer_needed: 'Your answer is needed',
    refused: 'Refused',
    bond_to_post: 'Bond to post',
    decision_pending: 'Decision pending',
    bond_lapsed: 'Bond not posted in time',
    visa_issued: 'Visa issued',
    travelling: 'Travelling',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
} as const;
