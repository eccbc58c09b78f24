/** Money that left the processor by no attempt of ours, and how it is settled. */
export const reversals = {
  title: 'Reversals',
  lead: 'Money that left a payment outside the portal: by a refund made in the processor’s dashboard, or by a dispute from the payer’s bank. It is already in the books. No visa can be issued and no money sent on the case until it has come back or two people have settled it.',
  tabs: 'Lists of reversals',
  tab: { open: 'To settle', all: 'All' },
  reference: 'Case',
  noCase: 'No case',
  state: 'State',
  amount: 'Amount',
  money: 'Where the money is',
  kind: 'Kind',
  kinds: { refund: 'Refund outside the portal', dispute: 'Dispute' },
  since: 'Known since',
  look: 'View',
  lookAt: 'View the reversal of {{amount}} ({{reference}})',
  where: {
    waiting: 'Has not left yet',
    withdrawn: 'Withdrawn while the dispute is open',
    left: 'Has left the processor',
    back: 'Has come back',
  },
  empty: 'No reversals',
  emptyBody: 'For every payment, what is left at the processor matches what we hold.',
  one: {
    title: 'Reversal of {{amount}}',
    lead: {
      refund:
        'We did not send this money. Before you settle it, find out who made the refund at the processor, and why.',
      dispute:
        'The payer’s bank disputes this payment, and the processor takes the money until it is decided. Answer the dispute at the processor in time. If it is won, the money comes back and everything continues by itself. If it is lost, two people settle it here.',
    },
    object: 'At the processor',
    payment: 'Payment at the processor',
    outcome: 'Proposed outcome',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    nobodyYet: 'Nobody yet',
    act: 'What you can do',
    approve: 'Approve',
    decline: 'Withdraw the proposal',
    anotherApproves: 'You proposed this. A second person in the treasury must approve it.',
    notYours: 'The treasury settles this. Your role cannot act on it.',
    nothing: 'Nothing. It is settled, or about to be.',
    cameBackTo: {
      bond: 'It came back after it was settled. The bond holds it again, so there is nothing to do.',
      refund:
        'It came back after it was settled, and is owed to the payer again. A new attempt to return it is waiting in Refunds: find out why the first did not arrive, then approve it.',
      operator:
        'It came back after it was settled. The operator had paid for it, and has it back, so there is nothing to do.',
      suspense:
        'It came back after it was settled, when the bond could not take it any more. It is in suspense and owed to the payer: find out by which way the payer can receive it.',
    },
  },
  outcome: {
    accepted: {
      name: 'The payer has this money',
      effect:
        'It counts as returned to the payer. The rest of the bond continues as before, and anything stopped continues.',
      propose: 'Propose: the payer has it',
    },
    post_again: {
      name: 'The bond must be posted again',
      effect:
        'Nothing is left of the bond. The case waits for a new payment, the payer is told, and the time to post starts again.',
      propose: 'Propose: post the bond again',
    },
  },
  done: {
    propose: 'Your proposal is waiting for a second person in the treasury.',
    approve: 'The proposal was approved and is being carried out.',
    decline: 'The proposal was withdrawn.',
  },
  refused: {
    money_has_not_left:
      'The money has not left the processor yet. There is nothing to settle until it has, or has come back.',
    dispute_undecided:
      'The dispute is not decided yet. There is nothing to settle unless it is lost.',
    disbursement_under_way:
      'We are already trying to return this money. Wait until the processor reports the result.',
    wrong_state:
      'This reversal has changed since you opened it. Check it again. Nothing was changed.',
    outcome_not_possible: 'This outcome is no longer possible. Nothing was changed.',
    same_person: 'You proposed it. A second person must approve it. Nothing was changed.',
  },
} as const;
