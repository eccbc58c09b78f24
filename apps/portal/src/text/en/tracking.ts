import { history } from './history.ts';
import { notCounted } from './not-counted.ts';

/** The page of a case after submission. */
export const tracking = {
  title: 'Case {{reference}}',
  notice: {
    submitted: 'You have submitted your application. We have sent you an email.',
    submitted_before: 'This application has already been submitted. You cannot change its answers.',
    not_complete: 'Complete or correct the pages marked below before you submit.',
    no_bond: 'You have not been asked for a bond. There is nothing to pay.',
    sign_first: 'Sign the undertaking before you pay.',
    too_late:
      'The deadline to post the bond has passed. You have not been charged. Contact the consulate.',
    not_payable:
      'The bond cannot be paid at the moment. You have not been charged. Its status is below.',
    processing:
      'Your payment is being processed. Do not pay again. It will appear here when it is complete.',
    too_many_tries:
      'You have started too many payments. You have not been charged. Contact the consulate.',
    signed: 'You have signed the undertaking.',
  },
  who: {
    consulate: 'The consulate in {{city}}',
    processor: 'This service and your bank',
    treasury: 'The treasury',
  },
  by: 'the consulate in {{city}}',
  dueBy: 'By {{when}}.',
  situation: {
    draft: { status: 'Your application is a draft.', next: 'Finish it and submit it.' },
    submitted: {
      status: 'The consulate has your application.',
      next: 'An officer will review it. You do not need to pay or do anything now.',
    },
    in_review: {
      status: 'An officer is reviewing your application.',
      next: 'You may be invited to an interview. You do not need to pay anything now.',
    },
    information_requested: {
      status: 'The officer needs more information from you.',
      next: 'Send the consulate what it asked for.',
    },
    refused: {
      status: 'Your application was refused.',
      next: 'You can read the reason, and how to apply again, below.',
    },
    bond_to_sign: {
      status: 'An officer has directed you to post a bond.',
      next: 'Read the direction, sign the undertaking, then pay.',
    },
    bond_to_pay: {
      status: 'You have signed the undertaking. You still need to pay the bond.',
      next: 'Pay it from this page.',
    },
    bond_paying: {
      status: 'You have started to pay the bond.',
      next: 'If you have finished paying, wait. Your payment will appear here when our payment processor confirms it. If not, continue paying.',
    },
    bond_lapsed: {
      status: 'The bond was not posted in time.',
      next: 'You have not been charged. If you still want to post it, ask the consulate for a new deadline.',
    },
    approved_without_bond: {
      status: 'Your application was approved without a bond.',
      next: 'The consulate will issue the visa.',
    },
    bond_held: {
      status: 'Your bond is held.',
      next: 'The consulate will decide on the visa. Posting the bond does not guarantee it.',
    },
    visa_issued: {
      status: 'Your visa has been issued.',
      next: 'Travel while it is valid, and enter and leave through a listed port. If you posted a bond and never use the visa, the bond is refunded automatically.',
    },
    travelling: {
      status: 'You have entered. Leave on time to get your bond back.',
      next: 'Leave through a listed port by the leave-by date. The refund starts automatically when the border records your departure.',
    },
    bond_in_question: {
      status: 'An officer is reviewing whether the conditions were met.',
      next: 'No money is kept without a decision that gives reasons. You will be told the grounds, and you can reply and appeal.',
    },
    payment_reversed: {
      status: 'Your bank has reversed your payment.',
      next: 'The bond is no longer held. The consulate will contact you.',
    },
    refund_under_way: {
      status: 'Your bond is on its way back to you.',
      next: 'You do not need to do anything. You can follow it below.',
    },
    refund_waits: {
      status: 'Your bond will be refunded. The treasury is checking the refund before it is sent.',
      next: 'You do not need to do anything. It will be sent when the treasury has approved it.',
    },
    refund_needs_you: {
      status: 'We need your bank details before the refund can continue.',
      next: 'Our payment processor has sent you an email asking for your bank details. Reply to it.',
    },
    refund_problem: {
      status: 'The refund did not go through. Your money is safe.',
      next: 'The treasury is looking for another way to return it and will tell you.',
    },
    refund_waits_for_us: {
      status: 'Your refund is delayed on our side. Your money is safe.',
      next: 'Our account with the payment processor does not have enough money to send it at the moment. The treasury will add money, and the refund will then be sent automatically. You do not need to do anything.',
    },
    refunded: {
      status: 'Your bond has been refunded in full.',
      next: 'Your bank may take a few days to show it.',
    },
    closed: { status: 'This case is closed.', next: 'There is nothing more to do.' },
    withdrawn: { status: 'This application was withdrawn.', next: 'The case is over.' },
  },
  action: {
    draft: 'Continue your application',
    direction: 'Read the direction',
    sign: 'Sign the undertaking',
    pay: 'Pay the bond',
    goOn: 'Continue paying',
  },
  dates: {
    title: 'Key dates',
    submitted: 'Submitted',
    postBy: 'Post the bond by',
    held: 'Bond held since',
    validUntil: 'Visa valid until',
    leaveBy: 'Leave by',
    departed: 'Left',
    promised: 'Refund promised by',
    returned: 'Returned',
  },
  bond: {
    title: 'Bond',
    amount: 'Amount',
    status: 'Status',
    direction: 'Direction',
    directionLink: 'Read the direction',
    undertaking: 'Undertaking',
    undertakingLink: 'Read and print what you signed',
    signed: 'Signed on {{when}}',
    payment: 'Payment',
    paid: '{{amount}} by {{method}}, received on {{when}}',
    receipt: 'Receipt number',
    methods: { card: 'card', other: 'another method' },
    state: {
      to_post: 'To be posted',
      payment_under_way: 'Payment under way',
      held: 'Held',
      lapsed: 'Not posted in time',
      withdrawn: 'Withdrawn',
      refund_under_way: 'Cancelled: being refunded',
      evidence_needed: 'Evidence needed',
      under_review: 'Under review',
      notice_given: 'Notice given',
      breach_decided: 'Breach decided',
      under_appeal: 'Under appeal',
      breach_final: 'Breach final',
      payment_reversed: 'Payment reversed',
      closed: 'Closed: all the money has been paid out',
    },
  },
  notCounted,
  refund: {
    title: 'Refund',
    surplus: 'Money you paid beyond the bond',
    amount: '{{amount}} will be refunded to the payer, in full.',
    promised: 'Promised by {{when}}.',
    real: 'Returned on {{when}}.',
    held: 'It will be sent after {{when}}. We wait until then in case the border corrects its record.',
    late: 'This is later than we promised. We are sorry. The delay is included in our published figures.',
    trace: 'Give your bank this number to trace it: {{number}}',
    failed: 'An attempt on {{when}} did not go through.',
    step: {
      cancelled: 'Bond cancelled',
      approved: 'Refund approved',
      sent: 'Sent to our payment processor',
      at_bank: 'With your bank',
      returned: 'Returned',
    },
    stepSurplus: 'Decided',
  },
  visa: {
    title: 'Visa',
    number: 'Visa number',
    validFrom: 'Valid from',
    validUntil: 'Valid until',
    entries: 'Entries',
    stay: 'Longest stay',
    leaveBy: 'Leave by',
    leaveByHint: 'The last day you are allowed to stay',
    admitted: 'Entered on',
    departed: 'Left on',
    ports: 'Listed ports',
    portsHelp:
      'Enter and leave through one of these, so that your departure is recorded automatically.',
  },
  history,
} as const;
