/** The first page. */
export const start = {
  title: 'Apply for a visa with a refundable bond',
  lead: 'Use this service to apply for a visa, post a bond if an officer asks for one, and track its refund.',
  now: 'Start now',
  returning: 'Already applying?',
  signIn: 'Sign in to your cases',
  programmes: 'Programmes',
  compare: 'Compare the programmes rule by rule',
  what: {
    title: 'What a bond is',
    body: 'A bond is money held as security for one visa. It is not a fee: if you keep to the conditions of the visa, you get all of it back.',
  },
  how: {
    title: 'How it works',
    step1: 'Apply. You fill in the form and the consulate reviews your case.',
    step2:
      'Wait for the direction. An officer can ask for a bond only if you are otherwise eligible: {{amounts}}. You then have {{days}} to post it.',
    step3:
      'Sign and pay. You sign an undertaking and pay by card on our payment processor’s page. The money is held and remains yours.',
    step4:
      'Travel and leave on time. The border records your departure and the refund starts automatically.',
  },
  who: {
    title: 'Who pays',
    body: 'The payer signs, pays and receives the refund. Each bond is for one person, never for a family. Posting it does not guarantee a visa.',
  },
  back: {
    title: 'What is refunded, and when',
    item1:
      'The full amount, in the same currency and to the original payment method. No fee is taken from it.',
    item2:
      'You get it back if you leave by your last authorised day, if the visa is refused or never used, or if you are refused entry.',
    item3:
      'Usually within {{days}} of the bond being cancelled. You can see the promised and the actual date here.',
    item4:
      'The money can be kept only after a decision that gives reasons. You can reply before it and appeal against it.',
  },
  scam: {
    title: 'Protect yourself from fraud',
    body: 'Nobody can ask you to pay before an officer has directed a bond. You can only reach the payment page from here, after you sign in.',
    more: 'We never ask for money by email, phone or message. If somebody does, do not pay.',
  },
} as const;
