/** The first page. */
export const start = {
  title: 'Apply for a visa with a refundable bond',
  lead: 'Use this service to apply for a visa, to post the bond if an officer asks for one, and to follow its refund.',
  now: 'Start now',
  returning: 'Already applying?',
  signIn: 'Sign in to your cases',
  programmes: 'Programmes',
  compare: 'Compare the programmes rule by rule',
  what: {
    title: 'What a bond is',
    body: 'A bond is money that you leave as security for one visa. It is not a fee: when you keep to the visa’s conditions, all of it comes back.',
  },
  how: {
    title: 'How it works',
    step1: 'Apply. You fill in the form and the consulate looks at your case.',
    step2:
      'Wait for the direction. Only if an officer finds you otherwise eligible may a bond be asked: {{amounts}}. You then have {{days}} to post it.',
    step3:
      'Sign and pay. You sign an undertaking and pay by card on the processor’s page. The money is held; it belongs to nobody else.',
    step4:
      'Travel and leave on time. The border records your departure, and the refund starts by itself.',
  },
  who: {
    title: 'Who pays',
    body: 'The payer signs and pays, and is the one who is refunded. One bond is for one person, never for a family. Posting it does not guarantee a visa.',
  },
  back: {
    title: 'What comes back, and when',
    item1:
      'The full amount, in the same currency and by the way it was paid. No fee is taken from it.',
    item2:
      'When you left by your last authorised day, when the visa was refused or never used, or when you were not let in.',
    item3:
      'As a rule within {{days}} of the cancellation. You see the promised and the real date here.',
    item4:
      'The money can be kept only after a reasoned decision that you can answer and appeal against.',
  },
  scam: {
    title: 'Protect yourself from fraud',
    body: 'Nobody may ask you to pay before an officer’s direction. The only payment page is reached from here, after you sign in.',
    more: 'We never ask for money by e-mail, telephone or message. If somebody does, do not pay.',
  },
} as const;
