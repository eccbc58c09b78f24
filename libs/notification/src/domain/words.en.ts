import type { LanguageWords } from './words.ts';

const followCase = 'Sign in to see your case';

export const english: LanguageWords = {
  frame: {
    greeting: 'Hello,',
    onlyHere:
      'A bond is paid on the portal only, after you have signed in at {portal}. We never ask for ' +
      'money, a card number or a password by e-mail or telephone.',
    noReply: 'This message was sent automatically. Replies to it are not read.',
  },
  facts: {
    amount: 'Amount:',
    postBy: 'Pay by:',
    validUntil: 'Enter by:',
    stayDays: 'Longest stay:',
    days: '{count} days',
    leaveBy: 'Leave by:',
    ports: 'Listed ports:',
    office: 'Consulate in {city}',
    hours: 'Open:',
    telephone: 'Telephone:',
    email: 'Email:',
    invented: 'These contact details are invented for the demonstration.',
  },
  calendar: {
    postBy: 'Last moment to pay the bond for {reference}',
    validUntil: 'Last day to enter with the visa ({reference})',
    leaveBy: 'Last day to leave ({reference})',
    more: 'Details are in your case, after you sign in.',
    attached: 'The date is attached for your calendar.',
  },
  mails: {
    sign_up_code: {
      subject: 'Your code for the Visa Bond Portal',
      says: [
        'Your code is {code}',
        'Type it on the page where you began, in the same browser. It works for 30 minutes and ' +
          'only once.',
        'Nobody else can use it: do not pass it on, and do not type it on a page that somebody sends ' +
          'you. If you did not ask for it, you do not need to do anything.',
      ],
      link: 'Go to the portal',
    },
    already_registered: {
      subject: 'You already have an account on the Visa Bond Portal',
      says: [
        'Somebody, most likely you, tried to make an account with this address. There already is ' +
          'one, so nothing was changed.',
        'If it was you, sign in with the password that you chose back then. If it was not you, ' +
          'you need do nothing.',
      ],
      link: 'Sign in',
    },
    password_reset_code: {
      subject: 'Your code to choose a new password',
      says: [
        'Your code is {code}',
        'Type it on the page where you began, in the same browser. It works for 30 minutes and ' +
          'only once.',
        'Do not pass it on, and do not type it on a page that somebody sends you. If you did not ' +
          'ask for it, you do not need to do anything: your password has not changed.',
      ],
      link: 'Enter the code',
    },
    no_account: {
      subject: 'There is no account with your email address',
      says: [
        'Somebody, most likely you, asked for a new password for this address. It has no account ' +
          'here, so there is no password to change.',
        'If you have an account, it has another address: try that one. If it was not you, you do ' +
          'not need to do anything.',
      ],
      link: 'Go to the site',
    },
    password_changed: {
      subject: 'Your password has been changed',
      says: [
        'The password of your account has been changed, and all other browsers have been signed ' +
          'out.',
        'If this was not you, choose a new password now: that signs everybody else out. For the ' +
          'next 48 hours money can only go back the way it came.',
      ],
      link: 'This was not me: choose a new password',
    },
    email_change_code: {
      subject: 'Your code to confirm this email address',
      says: [
        'Your code is {code}',
        'Type it on the page where you began, in the same browser. It works for 30 minutes and ' +
          'only once.',
        'If you did not ask for it, you do not need to do anything. Do not pass it on.',
      ],
      link: 'Enter the code',
    },
    email_changed: {
      subject: 'Your account now has another email address',
      says: [
        'The email address of your account has been changed, and this one no longer belongs to it.',
        'If this was not you, take the change back within 7 days: the account gets this address ' +
          'again, everybody is signed out, and you choose a new password. For the next 48 hours ' +
          'money can only go back the way it came.',
      ],
      link: 'This was not me: take the change back',
    },
    sign_in_stopped: {
      subject: 'We paused signing in with your email address',
      says: [
        'Somebody tried to sign in to your account many times, most likely with wrong passwords. ' +
          'We paused signing in from where they tried.',
        'If it was you, wait 15 minutes or choose a new password. If not, you do not need to do ' +
          'anything: your password is unchanged, and browsers in which you have signed in before ' +
          'still let you in.',
      ],
      link: 'Choose a new password',
    },
    case_received: {
      subject: 'We have received your application {reference}',
      says: [
        'Your application {reference} has arrived. A consular officer will read it.',
        'There is nothing to pay now. Should a bond be asked of you, we write to you first.',
      ],
      link: followCase,
    },
    bond_required: {
      subject: 'A bond is required for your application {reference}',
      says: [
        'A consular officer has finished the review of {reference} and asks for a refundable bond ' +
          'before a visa can be issued.',
        'Sign in to see the amount, the last day for paying and the undertaking that the payer ' +
          'signs first. Paying the bond does not guarantee a visa.',
      ],
      link: 'Sign in to see what is asked',
    },
    payment_received: {
      subject: 'The bond for {reference} has been paid',
      says: [
        'The bond for {reference} has arrived in full and is held for the payer.',
        'You need do nothing now. Your receipt is on the portal, and the application goes on.',
      ],
      link: 'Sign in to see your receipt',
    },
    payment_set_aside: {
      subject: 'A payment that names {reference} has been set aside',
      says: [
        'A payment that names {reference} has arrived. It did not come through the payment page ' +
          'that we opened for you, or the bond cannot take it now, so it does not count.',
        'The money is safe. A treasury officer finds out whose it is and how it goes back. If you ' +
          'still have to pay the bond, sign in and pay there.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_late: {
      subject: 'Your payment for {reference} arrived too late',
      says: [
        'A payment for {reference} arrived after the time for paying was over, or after the ' +
          'application was withdrawn. It does not count towards the bond.',
        'The money is safe. A treasury officer decides how it goes back to whoever paid it. You ' +
          'do not need to do anything. Do not pay again unless your case asks for it.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_short: {
      subject: 'Your payment for {reference} is less than the bond',
      says: [
        'A payment for {reference} has arrived, but it is less than the bond. The bond counts as ' +
          'paid only when the full amount arrives in one payment.',
        'The money is safe. A treasury officer decides how it goes back to whoever paid it. The ' +
          'bond still has to be paid: sign in to see the full amount and the last day.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_other_currency: {
      subject: 'Your payment for {reference} is in another currency',
      says: [
        'A payment for {reference} has arrived, but not in the currency of the bond. We do not ' +
          'exchange money, so it does not count towards the bond.',
        'The money is safe. A treasury officer decides how it goes back to whoever paid it. The ' +
          'bond still has to be paid: sign in to see the amount and the last day.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_surplus: {
      subject: 'You paid more than the bond for {reference}',
      says: [
        'More money has arrived for {reference} than the bond asks, for example because it was ' +
          'paid twice. This does not affect the bond or your application.',
        'What is too much is on its way back to whoever paid it, to the same card or account. You ' +
          'do not need to do anything: your case shows each step.',
      ],
      link: 'Sign in to follow the refund',
    },
    bond_lapsed: {
      subject: 'The time for paying the bond for {reference} is over',
      says: [
        'The bond for {reference} was not paid in time, so the application has been set aside. ' +
          'Nothing was taken from you.',
        'The application is not lost. Sign in to see how it can be taken up again.',
      ],
      link: 'Sign in to see what you can do',
    },
    case_refused: {
      subject: 'There is a decision on your application {reference}',
      says: [
        'A decision on {reference} has been taken. Sign in to read it with its reasons.',
        'If a bond was paid, the portal shows when and how it is returned.',
      ],
      link: 'Sign in to read the decision',
    },
    visa_issued: {
      subject: 'There is a decision on your application {reference}',
      says: [
        'A decision on {reference} has been taken: a visa has been issued.',
        'Before you travel, sign in and read until when you may stay and through which ports you ' +
          'enter and leave. Leaving on time through one of them returns the bond by itself.',
      ],
      link: 'Sign in to see the conditions of your visa',
    },
    entry_recorded: {
      subject: 'You have entered: when to leave ({reference})',
      says: [
        'The border has recorded your entry for {reference}.',
        'Leave on or before the day below, through a listed port. If you posted a bond, its refund ' +
          'then starts by itself.',
      ],
      link: followCase,
    },
    refund_started: {
      subject: 'The bond for {reference} is being returned',
      says: [
        'The conditions of the bond for {reference} were met. It is being returned in full to ' +
          'whoever paid it, by the way it was paid.',
        'You need do nothing. The portal shows each step and by when the money should arrive.',
      ],
      link: 'Sign in to follow the refund',
    },
    refund_succeeded: {
      subject: 'The bond for {reference} has been returned',
      says: [
        'The bank has the money of the bond for {reference}. Until it shows on the account a few ' +
          'more days can pass.',
        'If it has not arrived after ten working days, sign in: the portal has the number by ' +
          'which the bank can trace it.',
      ],
      link: 'Sign in to see the refund',
    },
    refund_returned: {
      subject: 'The refund for {reference} came back to us',
      says: [
        'We told you that the bank has the money of the bond for {reference}. The bank has since sent ' +
          'it back to us, so it will not appear on your account. The money is safe and still yours.',
        'A treasury officer is looking for another way to return it. You do not need to do anything ' +
          'now: your case shows each step. We never ask for account details by email.',
      ],
      link: 'Sign in to see the refund',
    },
    refund_failed: {
      subject: 'The refund for {reference} did not get through',
      says: [
        'The bank could not accept the money of the bond for {reference}, for example because the ' +
          'card or account is closed. The money is safe and still yours.',
        'A treasury officer now looks for another way. Sign in to see what is known; we never ' +
          'ask for account details by e-mail.',
      ],
      link: 'Sign in to see the refund',
    },
  },
};
