/** Pages about one's own account, on both sites. */
export const own = {
  email: 'Email address',
  password: 'Password',
  current: 'Current password',
  hidden: 'Not shown',
  waits:
    'Your password or email address was changed. Until {{when}}, money can only be returned to the card or account it came from.',
  done: {
    password: 'Your password has been changed. All other browsers are signed out.',
    email: 'Your email address has been changed. We have told the old one.',
    ended: 'That browser has been signed out.',
    reset: 'Your password has been changed. Sign in with it.',
    restored:
      'Your account has this email address again, and everybody has been signed out. Choose a new password now.',
  },
  forgotten: {
    title: 'Choose a new password',
    lead: 'Enter the email address of your account. We will send a code to it.',
    button: 'Send the code',
    link: 'Forgotten your password?',
  },
  code: {
    title: 'Check your email',
    sent: 'We have sent you an email. The code in it works for {{minutes}} minutes, in this browser only.',
    nothing:
      'If you cannot find it, check your spam folder. If the email has no code, it says what you can do instead.',
    label: 'Code from the email',
    hint: '{{digits}} digits',
    button: 'Continue',
    again: 'Start again or use another address',
  },
  newPassword: {
    label: 'New password',
    hint: 'At least {{min}} characters. A few words you can remember are better than one short, complicated word.',
    signUp: {
      title: 'Choose a password',
      lead: 'Your email address is confirmed. You will use it to sign in, with this password.',
      button: 'Create account',
    },
    reset: {
      title: 'Choose a new password',
      lead: 'All browsers will be signed out. For the next 48 hours, money can only be returned to the card or account it came from.',
      button: 'Change password',
    },
  },
  changePassword: {
    title: 'Change your password',
    lead: 'All other browsers will be signed out. For the next 48 hours, money can only be returned to the card or account it came from.',
    button: 'Change password',
  },
  changeEmail: {
    title: 'Change your email address',
    lead: 'We will send a code to the new address and let the old one know. All other browsers will be signed out. For the next 48 hours, money can only be returned to the card or account it came from.',
    label: 'New email address',
    button: 'Send the code',
  },
  former: {
    title: 'Undo the change of email address',
    lead: 'Your account will have this email address again, everybody will be signed out, and you will choose a new password.',
    button: 'Undo the change',
    over: 'This link no longer works',
    overBody:
      'It has been used, or more than 7 days have passed. If your account still has this email address, you can choose a new password. If not, contact the consulate.',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not recognise one of these, sign it out and change your password.',
    browser: 'Browser',
    this: 'This browser',
    other: 'Another browser',
    since: 'Signed in',
    used: 'Last used',
    end: 'Sign out that browser',
    endOthers: 'Sign out all other browsers',
  },
  error: {
    emailMissing: 'Enter your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    passwordMissing: 'Enter your password',
    wrong_credentials: 'Email address or password is wrong. Check both and try again',
    sign_in_too_many_tries: 'Too many attempts to sign in. Wait 15 minutes and try again',
    same_email: 'Enter a different email address. You already use this one',
    currentMissing: 'Enter your current password',
    wrong_password: 'Current password is wrong. Check it and try again',
    too_many_tries: 'Too many attempts. Wait 15 minutes and try again',
    too_many_codes: 'We have sent too many codes. Use the newest one, or wait and try again',
    codeMissing: 'Enter the code from the email',
    codeShape: 'Code must be {{digits}} digits, like 04273186',
    wrong_code: 'Code is wrong. Check the newest email and enter it again',
    code_expired:
      'Code no longer works, or you started in another browser. Start again to get a new one',
    code_too_many_tries: 'You entered a wrong code too many times. Start again to get a new one',
    expired: 'Too much time has passed. Start again to get a new code',
    newPasswordMissing: 'Enter a password of at least {{min}} characters',
    password_too_short: 'Password must have {{min}} characters or more',
    password_too_long: 'Password must have {{max}} characters or fewer',
    password_common:
      'Password is too easy to guess. Choose other words, without your email address',
  },
} as const;
