/** Sign-up, sign-in and their errors. */
export const account = {
  email: 'Email address',
  password: 'Password',
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    none: 'Do you need an account?',
    make: 'Create an account',
    out: 'You are signed out.',
  },
  signUp: {
    title: 'Create an account',
    lead: 'We will send a code to your email address to check that it is yours. You choose a password after that.',
    emailHint: 'We will send news about your case here.',
    button: 'Send the code',
    have: 'Do you already have an account?',
    signIn: 'Sign in',
  },
  code: {
    title: 'Check your email',
    sent: 'We have sent you an email. The code in it works for {{minutes}} minutes, in this browser only.',
    nothing:
      'If there is nothing there, check your spam folder. If the email has no code, it says what you can do instead.',
    label: 'Code from the email',
    hint: '{{digits}} digits',
    button: 'Continue',
    again: 'Start again or use another address',
  },
  newPassword: {
    label: 'New password',
    hint: 'At least {{min}} characters. A few words that you can remember are better than a short, complicated one.',
    signUp: {
      title: 'Choose a password',
      lead: 'Your email address is confirmed. You will use it with this password to sign in.',
      button: 'Create account',
    },
  },
  error: {
    emailMissing: 'Enter your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    passwordMissing: 'Enter your password',
    newPasswordMissing: 'Enter a password of at least {{min}} characters',
    password_too_short: 'Password must have {{min}} characters or more',
    password_too_long: 'Password must have {{max}} characters or fewer',
    password_common:
      'Password is too easy to guess. Choose other words, without your email address in it',
    wrong_credentials: 'Email address or password is wrong. Check and correct them',
    too_many_tries: 'Too many tries to sign in from here. Wait 15 minutes and try again',
    too_many_codes: 'We have sent too many codes. Use the newest one, or wait and try again',
    codeMissing: 'Enter the code from the email',
    codeShape: 'Code must be {{digits}} digits, like 04273186',
    wrong_code: 'Code is wrong. Look at the newest email and enter it again',
    code_expired:
      'Code no longer works, or you began in another browser. Start again to get a new one',
    code_too_many_tries: 'You entered a wrong code too many times. Start again to get a new one',
    expired: 'Too much time has passed. Start again to get a new code',
  },
} as const;
