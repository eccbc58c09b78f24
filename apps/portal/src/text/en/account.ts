/** Sign-up, sign-in and their errors. */
export const account = {
  email: 'E-mail address',
  password: 'Password',
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    none: 'You have no account yet?',
    make: 'Create an account',
    out: 'You are signed out.',
  },
  signUp: {
    title: 'Create an account',
    lead: 'We send a code to your e-mail address to check that it is yours.',
    emailHint: 'News about your case is sent here.',
    passwordHint:
      'At least {{min}} characters. A few words that you can remember are better than a short, complicated one.',
    button: 'Create account',
    have: 'You have an account already?',
    signIn: 'Sign in',
  },
  code: {
    title: 'Check your e-mail',
    sent: 'We have sent a mail to the address that you gave. It is valid for {{minutes}} minutes.',
    nothing:
      'Nothing there? Look among unwanted mail. If the address has an account already, the mail says how to sign in.',
    label: 'Code from the mail',
    hint: '{{digits}} figures',
    button: 'Confirm',
    again: 'Start again with another address',
  },
  error: {
    emailMissing: 'Enter your e-mail address',
    emailWrong: 'Enter an e-mail address in the right form, like name@example.org',
    passwordMissing: 'Enter your password',
    newPasswordMissing: 'Enter a password of at least {{min}} characters',
    password_too_short: 'Password must have {{min}} characters or more',
    password_too_long: 'Password must have {{max}} characters or fewer',
    password_common:
      'Password is too easy to guess. Choose other words, without your e-mail address in it',
    wrong_credentials: 'E-mail address or password is wrong. Check both and try again',
    too_many_tries: 'Too many tries for this e-mail address. Wait 15 minutes and try again',
    codeMissing: 'Enter the code from the mail',
    codeShape: 'Code must be {{digits}} figures, like 042731',
    wrong_code: 'Code is not right. Look at the newest mail and enter it again',
    code_expired: 'Code is no longer valid. Start again to get a new one',
    code_too_many_tries: 'Code was entered wrongly too often. Start again to get a new one',
  },
} as const;
