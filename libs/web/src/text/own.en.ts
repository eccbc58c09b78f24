/** Pages about one's own account, on both sites. */
export const own = {
  email: 'Email address',
  password: 'Password',
  current: 'Current password',
  hidden: 'Not shown',
  waits:
    'Your password or email address was changed. Until {{when}} money can only go back the way it came, not to another card or account.',
  done: {
    password: 'Your password has been changed. All other browsers are signed out.',
    email: 'Your email address has been changed. We have told the old one.',
    ended: 'Signed out there.',
    reset: 'Your password has been changed. Sign in with it.',
    restored:
      'The account has your address again and everybody is signed out. Choose a new password now.',
  },
  forgotten: {
    title: 'Choose a new password',
    lead: 'Enter the email address of your account. We will send a code to it.',
    button: 'Send the code',
    link: 'Have you forgotten your password?',
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
    reset: {
      title: 'Choose a new password',
      lead: 'All browsers will be signed out. For 48 hours after that money can only go back the way it came.',
      button: 'Change password',
    },
  },
  changePassword: {
    title: 'Change your password',
    lead: 'All other browsers will be signed out. For 48 hours after that money can only go back the way it came.',
    button: 'Change password',
  },
  changeEmail: {
    title: 'Change your email address',
    lead: 'We will send a code to the new address and tell the old one. All other browsers will be signed out. For 48 hours after that money can only go back the way it came.',
    label: 'New email address',
    button: 'Send the code',
  },
  former: {
    title: 'Take back the change of email address',
    lead: 'The account will have your address again, everybody will be signed out, and you will choose a new password.',
    button: 'Take the change back',
    over: 'This link no longer works',
    overBody:
      'It has been used, or more than 7 days have passed. If your account still has your address, you can choose a new password. If not, contact the consulate.',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not recognise one of these, sign it out and change your password.',
    browser: 'Browser',
    this: 'This one',
    other: 'Another one',
    since: 'Signed in',
    used: 'Last used',
    end: 'Sign out there',
    endOthers: 'Sign out everywhere else',
  },
  error: {
    emailMissing: 'Enter your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    same_email: 'Enter another address: this one is already yours',
    currentMissing: 'Enter your current password',
    wrong_password: 'Current password is wrong. Check and correct it',
    too_many_tries: 'Too many tries from here. Wait 15 minutes and try again',
    too_many_codes: 'We have sent too many codes. Use the newest one, or wait and try again',
    codeMissing: 'Enter the code from the email',
    codeShape: 'Code must be {{digits}} digits, like 04273186',
    wrong_code: 'Code is wrong. Look at the newest email and enter it again',
    code_expired:
      'Code no longer works, or you began in another browser. Start again to get a new one',
    code_too_many_tries: 'You entered a wrong code too many times. Start again to get a new one',
    expired: 'Too much time has passed. Start again to get a new code',
    newPasswordMissing: 'Enter a password of at least {{min}} characters',
    password_too_short: 'Password must have {{min}} characters or more',
    password_too_long: 'Password must have {{max}} characters or fewer',
    password_common:
      'Password is too easy to guess. Choose other words, without your email address in it',
  },
} as const;
