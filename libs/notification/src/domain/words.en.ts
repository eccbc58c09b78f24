import type { LanguageWords } from './words.ts';

const followCase = 'Sign in to see your case';

export const english: LanguageWords = {
  frame: {
    greeting: 'Hello,',
    onlyHere:
      'A bond is paid on the portal only, after you have signed in at {portal}. We never ask for money, a card number or a password by email or phone.',
    noReply: 'This email was sent automatically. We do not read replies.',
  },
  facts: {
    amount: 'Amount:',
    postBy: 'Post the bond by:',
    validUntil: 'Enter by:',
    stayDays: 'Longest stay:',
    days: '{count} days',
    leaveBy: 'Leave by:',
    ports: 'Listed ports:',
    office: 'Consulate in {city}',
    hours: 'Opening hours:',
    telephone: 'Phone:',
    email: 'Email:',
    invented: 'These contact details are not real. They are for this demonstration only.',
  },
  calendar: {
    postBy: 'Deadline to post the bond for {reference}',
    validUntil: 'Last day to enter with the visa ({reference})',
    leaveBy: 'Last day to leave ({reference})',
    more: 'Sign in to see the details in your case.',
    attached: 'A calendar file with the date is attached.',
  },
  mails: {
    sign_up_code: {
      subject: 'Your code for the Visa Bond Portal',
      says: [
        'Your code is {code}',
        'Enter it on the page where you started, in the same browser. It works once, for 30 minutes.',
        'Do not share it, and do not enter it on a page that somebody sends you. If you did not ask for it, you do not need to do anything.',
      ],
      link: 'Go to the portal',
    },
    already_registered: {
      subject: 'You already have an account on the Visa Bond Portal',
      says: [
        'Somebody, probably you, tried to create an account with this email address. You already have one, so nothing was changed.',
        'If it was you, sign in with the password you have. If it was not you, you do not need to do anything.',
      ],
      link: 'Sign in',
    },
    password_reset_code: {
      subject: 'Your code to choose a new password',
      says: [
        'Your code is {code}',
        'Enter it on the page where you started, in the same browser. It works once, for 30 minutes.',
        'Do not share it, and do not enter it on a page that somebody sends you. If you did not ask for it, you do not need to do anything: your password has not changed.',
      ],
      link: 'Enter the code',
    },
    no_account: {
      subject: 'There is no account with your email address',
      says: [
        'Somebody, probably you, asked for a new password for this email address. It has no account here, so there is no password to change.',
        'If you have an account, it uses another email address. Try that one. If it was not you, you do not need to do anything.',
      ],
      link: 'Go to the site',
    },
    password_changed: {
      subject: 'Your password has been changed',
      says: [
        'The password of your account has been changed, and all other browsers have been signed out.',
        'If this was not you, choose a new password now. That signs everybody else out. For the next 48 hours, money can only be returned to the card or account it came from.',
      ],
      link: 'This was not me: choose a new password',
    },
    email_change_code: {
      subject: 'Your code to confirm this email address',
      says: [
        'Your code is {code}',
        'Enter it on the page where you started, in the same browser. It works once, for 30 minutes.',
        'Do not share it. If you did not ask for it, you do not need to do anything.',
      ],
      link: 'Enter the code',
    },
    email_changed: {
      subject: 'Your account now has another email address',
      says: [
        'The email address of your account has been changed, so this one is no longer used.',
        'If this was not you, undo the change within 7 days. The account will have this address again, everybody will be signed out, and you will choose a new password. For the next 48 hours, money can only be returned to the card or account it came from.',
      ],
      link: 'This was not me: undo the change',
    },
    sign_in_stopped: {
      subject: 'We paused signing in with your email address',
      says: [
        'Somebody tried to sign in to your account many times, probably with wrong passwords. We have paused signing in from where they tried.',
        'If it was you, wait 15 minutes or choose a new password. If it was not you, you do not need to do anything. Your password has not changed, and you can still sign in from a browser you have used before.',
      ],
      link: 'Choose a new password',
    },
    case_received: {
      subject: 'We have received your application {reference}',
      says: [
        'We have received your application {reference}. A consular officer will review it.',
        'You do not need to pay anything now. If you need to post a bond, we will write to you first.',
      ],
      link: followCase,
    },
    bond_required: {
      subject: 'A bond is required for your application {reference}',
      says: [
        'A consular officer has reviewed {reference} and directs you to post a refundable bond before a visa can be issued.',
        'Sign in to see the amount, the deadline and the undertaking that the payer signs first. Posting the bond does not guarantee a visa.',
      ],
      link: 'Sign in to see the direction',
    },
    bond_corrected: {
      subject: 'The bond for {reference} has been corrected',
      says: [
        'A consular officer has corrected the bond for {reference}. This replaces the earlier direction. Do not pay the earlier amount.',
        'Sign in to see the amount, the deadline and the undertaking that the payer signs first.',
      ],
      link: 'Sign in to see the corrected bond',
    },
    payment_received: {
      subject: 'The bond for {reference} has been paid',
      says: [
        'The bond for {reference} has arrived in full and is held for the payer.',
        'You do not need to do anything now. Your receipt is on the portal, and your application continues.',
      ],
      link: 'Sign in to see your receipt',
    },
    payment_set_aside: {
      subject: 'A payment for {reference} has been set aside',
      says: [
        'We have received a payment with the reference {reference}. It was not paid on the payment page we opened for you, or the bond cannot accept it at the moment, so it does not count towards the bond.',
        'The money is safe. A treasury officer will find out whose it is and how to return it. If you still need to pay the bond, sign in and pay there.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_came_back: {
      subject: 'Money for {reference} came back to us',
      says: [
        'Money from your bond for {reference} had been returned outside this portal. It has come back to us, so it will not stay on your account. It no longer counts towards the bond.',
        'The money is safe and still yours. A treasury officer will decide how to return it. You do not need to do anything for that.',
      ],
      link: 'Sign in to see what came back',
    },
    payment_late: {
      subject: 'Your payment for {reference} arrived too late',
      says: [
        'A payment for {reference} arrived after the deadline, or after the application was withdrawn. It does not count towards the bond.',
        'The money is safe. A treasury officer will decide how to return it to the person who paid. You do not need to do anything. Do not pay again unless your case asks you to.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_short: {
      subject: 'Your payment for {reference} is less than the bond',
      says: [
        'We have received a payment for {reference}, but it is less than the bond. The bond must be paid in full in one payment.',
        'The money is safe. A treasury officer will decide how to return it to the person who paid. You still need to pay the bond: sign in to see the full amount and the deadline.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_other_currency: {
      subject: 'Your payment for {reference} is in another currency',
      says: [
        'We have received a payment for {reference}, but not in the currency of the bond. We cannot convert it, so it does not count towards the bond.',
        'The money is safe. A treasury officer will decide how to return it to the person who paid. You still need to pay the bond: sign in to see the amount and the deadline.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_surplus: {
      subject: 'You paid more than the bond for {reference}',
      says: [
        'We have received more money for {reference} than the bond, for example because it was paid twice. This does not affect the bond or your application.',
        'The extra money is being refunded to the card or account it came from. You do not need to do anything. Your case shows each step.',
      ],
      link: 'Sign in to follow the refund',
    },
    bond_lapsed: {
      subject: 'The deadline to post the bond for {reference} has passed',
      says: [
        'The bond for {reference} was not posted in time, so the application has lapsed. You have not been charged.',
        'You may still be able to continue. Sign in to see how.',
      ],
      link: 'Sign in to see what you can do',
    },
    case_refused: {
      subject: 'There is a decision on your application {reference}',
      says: [
        'We have made a decision on {reference}. Sign in to read it and the reasons for it.',
        'If a bond was paid, the portal shows when and how it is refunded.',
      ],
      link: 'Sign in to read the decision',
    },
    visa_issued: {
      subject: 'There is a decision on your application {reference}',
      says: [
        'We have made a decision on {reference}: a visa has been issued.',
        'Before you travel, sign in to check how long you can stay and which ports to use. If you leave on time through one of them, the bond is refunded automatically.',
      ],
      link: 'Sign in to see the conditions of your visa',
    },
    entry_recorded: {
      subject: 'Your entry is recorded: when to leave ({reference})',
      says: [
        'The border has recorded your entry for {reference}.',
        'Leave by the date below, through a listed port. If you posted a bond, its refund then starts automatically.',
      ],
      link: followCase,
    },
    refund_started: {
      subject: 'The bond for {reference} is being refunded',
      says: [
        'The conditions of the bond for {reference} were met. It is being refunded in full to the person who paid it, to the original payment method.',
        'You do not need to do anything. The portal shows each step and when the money should arrive.',
      ],
      link: 'Sign in to follow the refund',
    },
    refund_succeeded: {
      subject: 'The bond for {reference} has been refunded',
      says: [
        'The bank has received the refund for {reference}. It may take a few more days to appear on the account.',
        'If it has not arrived after 10 working days, sign in. The portal has a number that the bank can use to trace it.',
      ],
      link: 'Sign in to see the refund',
    },
    refund_returned: {
      subject: 'The refund for {reference} came back to us',
      says: [
        'We told you that the bank had the refund for {reference}. The bank has since sent it back to us, so it will not appear on your account. The money is safe and still yours.',
        'A treasury officer is looking for another way to return it. You do not need to do anything now. Your case shows each step. We never ask for account details by email.',
      ],
      link: 'Sign in to see the refund',
    },
    refund_failed: {
      subject: 'The refund for {reference} did not go through',
      says: [
        'The bank could not accept the refund for {reference}, for example because the card or account is closed. The money is safe and still yours.',
        'A treasury officer is looking for another way to return it. Sign in to see what is happening. We never ask for account details by email.',
      ],
      link: 'Sign in to see the refund',
    },
  },
};
