/** Privacy and accessibility. */
export const about = {
  privacy: {
    title: 'Privacy',
    what: 'What we keep',
    whatBody:
      'What you type into your application, your passport’s data, your e-mail address, the undertaking you sign with the address it was signed from, border records about your journey, and the dates and amounts of your bond.',
    why: 'Why',
    whyBody:
      'To decide your application, to hold your bond and to give it back. We use it for nothing else, and we show no advertisements and use no trackers.',
    how: 'How it is kept',
    howBody:
      'Everything that identifies you is encrypted with a key of your own. Each time somebody opens your file, that is written down.',
    who: 'Who sees it',
    whoBody:
      'You, the officers of the consulate that has your case, and those who handle refunds. You pay on the page of our payment processor: your card’s number never reaches us.',
    cookies: 'Cookies',
    cookiesBody:
      'One keeps you signed in while you use the service, and one remembers the language that you chose.',
    mail: 'Mail',
    mailBody:
      'Our mails carry no personal data: they say that there is news and you read it here after signing in.',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want everybody to be able to use this service.',
    do: 'What you can do',
    do1: 'use every page with a keyboard alone',
    do2: 'zoom in to 400 per cent without text leaving the screen',
    do3: 'use it on a telephone, on a slow line and without JavaScript',
    do4: 'use it with a screen reader',
    do5: 'read it in English and in French',
    how: 'How we test',
    howBody:
      'We aim at level AA of the Web Content Accessibility Guidelines 2.2. An automatic check runs over the pages of the main journey whenever the service is built. No independent audit has been made yet.',
    limits: 'What does not work well yet',
    limitsBody:
      'The payment page belongs to our payment processor, and its accessibility is theirs to state. Names of countries and cities come from lists that are not read aloud equally well by all screen readers.',
    help: 'If you meet a problem',
    helpBody: 'Tell the consulate that has your case. It can take your application another way.',
  },
} as const;
