/** What can be read again and printed: the application, the receipt. */
export const papers = {
  submitted: {
    title: 'What you submitted',
    link: 'Read and print what you submitted',
    lead: 'These are your answers as the consulate received them on {{when}}. You cannot change them.',
    translated:
      'You answered in another language. Your answers are shown in English, and below that exactly as you submitted them.',
    original: {
      en: 'Questions and answers as you submitted them, in English',
      fr: 'Questions and answers as you submitted them, in French',
    },
    declared: { yes: 'Declared' },
    print: 'To keep a copy, print this page or save it as a PDF.',
    toCase: 'Back to the case',
    section: {
      'personal-details': 'Personal details',
      passport: 'Passport',
      'travel-plan': 'Travel plan',
      contact: 'Contact details',
      declaration: 'Declaration',
    },
  },
  receipt: {
    title: 'Receipt for the bond',
    link: 'Read and print the receipt',
    lead: 'This bond was received in full, as security for the visa. It is not a fee.',
    case: 'Case',
    programme: 'Programme',
    payer: 'Payer',
    amount: 'Amount',
    method: 'Payment method',
    received: 'Received on',
    number: 'Receipt number',
    undertaking: 'Undertaking signed on',
    digest: 'Fingerprint of the undertaking (SHA-256)',
    office: 'Consulate',
  },
  closed: {
    title: 'You cannot submit an application now',
    body: 'This programme is not open. You can fill in the form and we will keep it, but you cannot submit it until the programme reopens.',
    none: 'No programme is taking applications at the moment. If you have a case, sign in to follow it.',
  },
} as const;
