/** Direction, undertaking and payment. */
export const bond = {
  direction: {
    title: 'Direction to post a bond',
    lead: 'An officer of the consulate in {{city}} found you otherwise eligible for the visa and directs you to post a bond.',
    facts: 'The direction',
    amount: 'Amount',
    reason: 'Why this amount',
    postBy: 'Post it by',
    zone: 'time in {{city}}',
    directed: 'Directed on',
    secures: 'What it secures',
    securesBody:
      'That the traveller leaves by the last authorised day, through a listed port, and keeps to the conditions of the visa. Posting it does not guarantee the visa.',
    back: 'When it comes back',
    backBody:
      'In full and without a fee, to the payer, as a rule within {{days}} after you left on time, after the visa was refused or not used, or after you were not let in.',
    late: 'If you do not post it in time',
    lateBody:
      'The case lapses. Nothing is charged, and an officer can give you a new term if you ask.',
    limits: 'Before you pay',
    limitsBody:
      'You pay by card on our processor’s page. Many cards do not carry such an amount: ask your bank to raise the limit for one payment.',
    reasons: {
      usual: 'It is the amount usually asked.',
      lower:
        'It is less than the amount usually asked. Two officers agreed, for a recorded reason: {{reason}}.',
      higher:
        'It is more than the amount usually asked. The officer recorded a reason: {{reason}}.',
    },
    sign: 'Read and sign the undertaking',
    pay: 'Pay the bond',
    goOn: 'Go on paying',
    payHint: 'You are taken to the processor’s page: {{host}}',
    signedNow: 'You have signed the undertaking. One step is left.',
  },
  undertaking: {
    title: 'Undertaking',
    lead: 'This is the contract between you, the payer, and the state. Read it before you sign. It stands here in both languages; the one that you choose binds.',
    en: 'English',
    fr: 'Français',
    sign: 'Sign',
    language: 'Which language binds?',
    name: 'Your full name',
    nameHint: 'Type it as it stands in the text: {{name}}',
    box: 'I have read the undertaking and I sign it',
    confirm: 'Your signature',
    button: 'Sign the undertaking',
  },
  error: {
    language: 'Choose the language that binds',
    nameMissing: 'Type your full name to sign',
    nameDiffers: 'Your full name must be the one in the text: {{name}}',
    agreed: 'Tick the box to say that you have read the undertaking and sign it',
    changed: 'The text has changed since you opened the page. Read it again, then sign',
  },
  copy: {
    title: 'Your signed undertaking',
    lead: 'This is exactly what you signed. You can print this page.',
    signer: 'Signed by',
    when: 'Signed on',
    version: 'Wording',
    digest: 'Fingerprint of the text (SHA-256)',
    language: 'Binding language',
    next: 'Back to the bond',
  },
  paid: {
    waiting: 'We are waiting for the processor to confirm',
    waitingBody:
      'You have come back from the payment page. There is nothing more for you to do: as soon as the processor confirms the payment, it is shown here and we send you a mail.',
    waitingAgain: 'This page looks again by itself. You can also leave it.',
    waitingLong:
      'It takes longer than usual. Do not pay again. You can leave; your case shows it when it is there.',
    check: 'Look again',
    held: 'Your bond is held',
    heldBody: 'We have received {{amount}}.',
    heldNext: 'The consulate now decides on the visa.',
    toCase: 'Go to the case',
  },
  notPaid: {
    title: 'You have not paid',
    body: 'You left the payment page. Nothing was charged.',
    again: 'You can pay until {{when}}.',
    button: 'Pay the bond',
    toCase: 'Go to the case',
  },
  unavailable: {
    title: 'The payment page cannot be opened now',
    body: 'Our payment processor did not answer. Nothing was charged. Try again in a few minutes.',
    button: 'Try again',
    toCase: 'Go to the case',
  },
} as const;
