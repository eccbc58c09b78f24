/** Money that left the processor by no attempt of ours, and how it is settled. */
export const reversals = {
  title: 'Reversals',
  lead: 'Money of a payment that left the processor without us, such as a refund made in its dashboard. It is in the books already. No visa is issued and nothing is sent on its case until two people have settled it.',
  tabs: 'Lists of reversals',
  tab: { open: 'To settle', all: 'All' },
  reference: 'Case',
  noCase: 'Belongs to no case',
  state: 'State',
  amount: 'Amount',
  money: 'The money',
  since: 'Known since',
  look: 'Look at it',
  lookAt: 'Look at the reversal of {{amount}} ({{reference}})',
  where: {
    waiting: 'Has not left yet',
    left: 'Has left the processor',
    back: 'Has come back',
  },
  empty: 'No reversal is here',
  emptyBody: 'What is left of every payment at the processor is what we hold.',
  one: {
    title: 'Reversal of {{amount}}',
    lead: 'This money left the processor by no attempt of ours. Find out who made the refund there, and why, before you settle it.',
    object: 'Refund at the processor',
    payment: 'Payment at the processor',
    outcome: 'Proposed outcome',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    nobodyYet: 'Nobody yet',
    act: 'What you can do',
    approve: 'Approve it',
    decline: 'Take the proposal back',
    anotherApproves: 'You proposed this. Another person of the treasury approves it.',
    notYours: 'The treasury settles it. Your role has no part in it.',
    nothing: 'Nothing: it is settled, or about to be.',
  },
  outcome: {
    accepted: {
      name: 'The payer has this money',
      effect:
        'It counts as returned to the payer. What is left of the bond goes on as before, and what was stopped goes on.',
      propose: 'Propose: the payer has it',
    },
    post_again: {
      name: 'The bond is to be posted again',
      effect:
        'Nothing is left of the bond. The case waits for a new payment, the payer is told, and the time to post begins again.',
      propose: 'Propose: post the bond again',
    },
  },
  done: {
    propose: 'Your proposal waits for another person of the treasury.',
    approve: 'It is approved and being carried out.',
    decline: 'The proposal was taken back.',
  },
  refused: {
    money_has_not_left:
      'The money has not left the processor yet. There is nothing to settle until it has, or has come back.',
    attempt_under_way:
      'An attempt of ours to return this money is under way. Wait until the processor says how it ended.',
    wrong_state: 'It has moved on: look at it again. Nothing was changed.',
    outcome_not_possible: 'This outcome is not possible any more. Nothing was changed.',
    same_person: 'You proposed it. Another person must approve it. Nothing was changed.',
  },
} as const;
