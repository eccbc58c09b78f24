/** Privacy and accessibility. */
export const about = {
  privacy: {
    title: 'Privacy',
    what: 'What we keep',
    whatBody:
      'Your answers in the application, your passport details, your email address, the undertaking you sign and the internet address it was signed from, border records of your journey, and the dates and amounts of your bond.',
    why: 'Why',
    whyBody:
      'To decide your application, hold your bond and refund it. We do not use it for anything else. There are no advertisements and no trackers.',
    how: 'How it is kept',
    howBody:
      'Everything that identifies you is encrypted with a key used only for you. We record each time somebody opens your case.',
    who: 'Who sees it',
    whoBody:
      'You, the officers of the consulate that has your case, and the staff who handle refunds. You pay on our payment processor’s page, so we never see your card number.',
    cookies: 'Cookies',
    cookiesBody:
      'We only use cookies that the service needs. They keep you signed in, protect the forms you send, recognise a browser you have signed in from before and remember your language.',
    mail: 'Emails',
    mailBody:
      'Our emails give the case number, amounts and dates. They never give your name, your passport details or the reasons for a decision. You sign in to read those.',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want everyone to be able to use this service.',
    do: 'What you can do',
    do1: 'use every page with just a keyboard',
    do2: 'zoom in up to 400% without the text spilling off the screen',
    do3: 'use it on a phone, with a slow connection and without JavaScript',
    do4: 'use it with a screen reader',
    do5: 'read it in English and in French',
    how: 'How we test',
    howBody:
      'We aim at level AA of the Web Content Accessibility Guidelines 2.2. Automated checks test the pages of the main journey each time the service is built. It has not been audited independently yet.',
    limits: 'What does not work well yet',
    limitsBody:
      'Our payment processor runs the payment page and is responsible for its accessibility. Some screen readers do not read the names of countries and cities well.',
    help: 'If you have a problem',
    helpBody: 'Tell the consulate that has your case. You can apply another way.',
  },
} as const;
