// Longer than other files: all that is said here stands once in each language, side by side.
import type { LanguageWords } from './words.ts';

const followCase = {
  en: 'Sign in to see your case',
  fr: 'Se connecter pour suivre le dossier',
};

/** Every mail and what stands around it. */
export const en: LanguageWords = {
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
    lastDay: 'Last day:',
    ports: 'Listed ports:',
    paperCode: 'Code to check on {portal}/check that this direction is real:',
    consulate: 'Consulate in {city}',
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
      link: followCase.en,
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
    payer_asked: {
      subject: 'Somebody asks you to pay the bond for {reference}',
      says: [
        'Somebody who has applied for a visa asks you to pay the refundable bond for their application {reference}. A consular officer has directed this bond.',
        'If you pay it, you are its payer: you sign an undertaking, and the money is refunded to you, not to the traveller. Open the link to see what is asked. You do not pay anything by opening it.',
        'Only pay for somebody you know and have spoken to. If you do not want to pay, say so on the page or ignore this email.',
      ],
      link: 'See what you are asked to pay',
    },
    payer_accepted: {
      subject: 'The person you asked will pay the bond for {reference}',
      says: [
        'The person you asked has agreed to pay the bond for {reference}. The bond is not paid yet.',
        'Your case shows when they have signed the undertaking and when the money has arrived. The bond will be refunded to them.',
      ],
      link: followCase.en,
    },
    payer_declined: {
      subject: 'The person you asked is not paying the bond for {reference}',
      says: [
        'The person you asked to pay the bond for {reference} has declined, or has not answered in time. The deadline has not changed.',
        'You can pay the bond yourself or ask somebody else.',
      ],
      link: 'Sign in to see what you can do',
    },
    payer_released: {
      subject: 'You do not need to pay the bond for {reference}',
      says: [
        'You were asked to pay the bond for {reference}. That is no longer needed. Do not pay it.',
        'You have not been charged, and you do not need to do anything.',
      ],
      link: 'Go to the portal',
    },
    payer_terms: {
      subject: 'What is asked for the bond {reference} has changed',
      says: [
        'The consulate has set the amount or the deadline for the bond {reference} anew. You are its payer. The amount and the deadline below replace the earlier ones.',
        'Sign in to read and sign the undertaking again before you pay.',
      ],
      link: 'Sign in to see the bond',
    },
    payer_paid: {
      subject: 'We have received your payment for the bond {reference}',
      says: [
        'Your payment for the bond {reference} has arrived in full. It is held for you.',
        'You do not need to do anything now. Your receipt and your undertaking are on the portal. When the bond is refunded, it is refunded to you.',
      ],
      link: 'Sign in to see your receipt',
    },
    payer_lapsed: {
      subject: 'The deadline to pay the bond for {reference} has passed',
      says: [
        'The bond for {reference} was not paid in time. You have not been charged. Do not pay it now.',
        'If the consulate sets a new deadline, we will write to you.',
      ],
      link: 'Sign in to see the bond',
    },
    payment_received: {
      subject: 'The bond for {reference} has been paid',
      says: [
        'The bond for {reference} has arrived in full and is held for the payer.',
        'You do not need to do anything now. The receipt is on the portal, and your application continues.',
      ],
      link: 'Sign in to see the bond',
    },
    payment_set_aside: {
      subject: 'A payment for {reference} has been set aside',
      says: [
        'We have received a payment with the reference {reference}. It was not paid on the payment page we opened for you, or the bond cannot accept it at the moment, so it does not count towards the bond.',
        'The money is safe. A treasury officer will find out whose it is and how to return it. If you still need to pay the bond, sign in and pay there.',
      ],
      link: 'Sign in to see what arrived',
    },
    payment_not_used: {
      subject: 'Your bank transfer for {reference} is being returned',
      says: [
        'Money that you sent by bank transfer for {reference} could not be used for the bond: it arrived after the transfer was over, or not all of it arrived in time.',
        'It goes back to you without a fee. Our payment processor will ask you by email which bank account it should go to. Do not send that transfer again. Your case shows each step.',
      ],
      link: 'Sign in to follow the refund',
    },
    payment_in_part: {
      subject: 'Part of your bank transfer for {reference} has arrived',
      says: [
        'We have received part of the bond for {reference} by bank transfer. The bond is not posted until all of it is here.',
        'Send the rest to the same account before the deadline. If it does not arrive in time, the part that did goes back to you.',
      ],
      link: 'Sign in to see how much is missing',
    },
    payment_failed: {
      subject: 'Your bank did not make the payment for {reference}',
      says: [
        'Your bank has refused the bank debit for {reference}. You have not been charged, and the bond is not posted.',
        'Sign in to see the bank’s reason and pay again, by the same way or another one.',
      ],
      link: 'Sign in to pay the bond',
    },
    payment_came_back: {
      subject: 'Money for {reference} came back to us',
      says: [
        'Money from your bond for {reference} had been returned outside this portal. It has come back to us, so it will not stay on your account. It no longer counts towards the bond.',
        'The money is safe and still yours. A treasury officer will decide how to return it. You do not need to do anything for that.',
      ],
      link: 'Sign in to see what came back',
    },
    payment_returned: {
      subject: 'A payment for {reference} is being returned',
      says: [
        'We had set aside a payment for {reference} because it did not count towards the bond. It is now on its way back to the card or account it came from.',
        'You do not need to do anything. Banks usually show it after 5 to 10 days. The portal shows each step.',
      ],
      link: 'Sign in to follow the refund',
    },
    payment_counted_elsewhere: {
      subject: 'A payment with the reference {reference} was meant for another bond',
      says: [
        'We had set aside a payment with the reference {reference}. The treasury has found that it was meant for another bond, and it now counts towards that bond.',
        'Nothing changes for {reference}. If you paid this money for {reference}, contact the consulate as soon as possible.',
      ],
      link: 'Sign in to see your case',
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
        'The extra money is being refunded to the card or account it came from. If it came by bank transfer, our payment processor will ask you by email which bank account it should go to. The portal shows each step.',
      ],
      link: 'Sign in to follow the refund',
    },
    bond_lapsed: {
      subject: 'The deadline to post the bond for {reference} has passed',
      says: [
        'The bond for {reference} was not posted in time, so the application has lapsed. No money is kept: whatever arrived goes back to its payer.',
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
    case_withdrawn: {
      subject: 'Your application {reference} has been withdrawn',
      says: [
        'Application {reference} has been withdrawn at your request. It will not be reviewed any further.',
        'If a bond was paid, the portal shows when and how it is refunded. If you did not ask for this, change your password and contact the consulate.',
      ],
      link: 'Sign in to view the case',
    },
    visa_revoked: {
      subject: 'Your visa for {reference} has been cancelled',
      says: [
        'The visa issued for {reference} is no longer valid. Do not travel on it.',
        'If a bond was paid, it is refunded in full, and the portal shows when and how.',
      ],
      link: 'Sign in to view the case',
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
      link: followCase.en,
    },
    leave_by_reminder: {
      subject: 'Reminder: when to leave ({reference})',
      says: [
        'This is a reminder of the leave-by date for {reference}. It is the last day on which you may stay.',
        'Leave on or before that day, through a listed port. If you posted a bond, its refund then starts automatically. If you have left already, you do not need to do anything.',
      ],
      link: followCase.en,
    },
    case_to_read: {
      subject: 'There is something to read about {reference}',
      says: [
        'There is news about {reference}, and it may say that you have to do something by a certain day.',
        'We do not write it in an email. Sign in to read it.',
      ],
      link: 'Sign in to read it',
    },
    evidence_refused: {
      subject: 'Your proof of departure for {reference} was not accepted',
      says: [
        'Two officers have looked at the proof of departure that you sent for {reference}, and could not accept it. Sign in to read why.',
        'Nothing has been taken. The bond is still held for the payer, and you can send another proof.',
      ],
      link: 'Sign in to read the reason',
    },
    stay_extended: {
      subject: 'You can stay longer: the new leave-by date ({reference})',
      says: [
        'A longer stay has been granted for {reference}. The date below replaces the one that you were given before. It is the last day on which you may stay.',
        'Leave on or before that day, through a listed port. If you posted a bond, its refund then starts automatically.',
      ],
      link: followCase.en,
    },
    stay_not_extended: {
      subject: 'Your request for a longer stay was not accepted ({reference})',
      says: [
        'Two officers have looked at your request for a longer stay ({reference}), and could not accept it. Sign in to read why.',
        'The leave-by date has not changed. Nothing has been taken.',
      ],
      link: 'Sign in to read the reason',
    },
    payment_disputed: {
      subject: 'The payment for {reference} is disputed',
      says: [
        'The bank of the person who paid for {reference} disputes the payment, or has taken it back. Until this is settled, no visa is issued and no money is returned.',
        'We deal with the bank. If the payment was yours, tell your bank to withdraw the dispute. The portal shows who must act, and by when.',
      ],
      link: 'Sign in to see the dispute',
    },
    payment_stands: {
      subject: 'The payment for {reference} stands',
      says: [
        'The bank has decided that the payment for {reference} was right. Everything goes on as before.',
        'You do not need to do anything.',
      ],
      link: 'Sign in to see your case',
    },
    refund_started: {
      subject: 'The bond for {reference} is being refunded',
      says: [
        'The bond for {reference} is being refunded to the person who paid it, to the original payment method.',
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
        'A treasury officer is looking for another way to return it. You do not need to do anything now. The portal shows each step. We never ask for account details by email.',
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
    account_asked: {
      subject: 'Give a bank account for the refund of {reference}',
      says: [
        'The refund for {reference} cannot go back to the card or account that paid. The money is safe and still yours.',
        'Sign in and give a bank account in your own name. You will be asked for your password again. We never ask for account details by email or telephone.',
      ],
      link: 'Sign in to give a bank account',
    },
    account_given: {
      subject: 'A bank account was given for the refund of {reference}',
      says: [
        'A bank account was given for the refund of {reference}. Nothing is paid to it during the first 48 hours.',
        'If this was not you, sign in now, take the account back and change your password.',
      ],
      link: 'Sign in to see or change it',
    },
    account_reminder: {
      subject: 'We still need a bank account for the refund of {reference}',
      says: [
        'The refund for {reference} is still waiting for a bank account in your name. The money is safe and stays yours, however long it takes.',
        'Sign in and give a bank account. We never ask for account details by email or telephone.',
      ],
      link: 'Sign in to give a bank account',
    },
    card_expires_soon: {
      subject: 'The card that paid the bond for {reference} expires soon',
      says: [
        'The card that paid the bond for {reference} expires soon. A refund may not arrive on a card that has expired. The money is safe and still yours.',
        'Sign in and give a bank account in your own name. We use it only if the refund cannot go back to the card. We never ask for account details by email or telephone.',
      ],
      link: 'Sign in to give a bank account',
    },
    bank_way_closes: {
      subject: 'Give a bank account for a later refund of {reference}',
      says: [
        'You paid the bond for {reference} by bank debit or bank transfer. It can be refunded the same way for a limited time only, and may be held for longer. The money is safe and still yours.',
        'Sign in and give a bank account in your own name. We use it only if the refund cannot go back the way you paid. We never ask for account details by email or telephone.',
      ],
      link: 'Sign in to give a bank account',
    },
  },
};

export const fr: LanguageWords = {
  frame: {
    greeting: 'Bonjour,',
    onlyHere:
      'Une caution se verse uniquement sur le portail, après connexion sur {portal}. Nous ne demandons jamais d’argent, de numéro de carte ni de mot de passe par courriel ou par téléphone.',
    noReply: 'Ce courriel est envoyé automatiquement. Nous ne lisons pas les réponses.',
  },
  facts: {
    amount: 'Montant :',
    postBy: 'À verser au plus tard le :',
    validUntil: 'Entrée au plus tard le :',
    stayDays: 'Durée maximale du séjour :',
    days: '{count} jours',
    leaveBy: 'Départ au plus tard le :',
    lastDay: 'Dernier jour :',
    ports: 'Points de passage désignés :',
    paperCode: 'Code pour vérifier cette demande de caution sur {portal}/check :',
    consulate: 'Consulat à {city}',
    hours: 'Horaires d’ouverture :',
    telephone: 'Téléphone :',
    email: 'Courriel :',
    invented: 'Ces coordonnées sont fictives, pour cette démonstration.',
  },
  calendar: {
    postBy: 'Date limite pour verser la caution du dossier {reference}',
    validUntil: 'Dernier jour pour entrer avec le visa ({reference})',
    leaveBy: 'Dernier jour pour repartir ({reference})',
    more: 'Connectez-vous pour voir le détail dans votre dossier.',
    attached: 'Un fichier d’agenda avec la date est joint.',
  },
  mails: {
    sign_up_code: {
      subject: 'Votre code pour le Portail des cautions de visa',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne et ne le saisissez pas sur une page que l’on vous envoie. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
      ],
      link: 'Accéder au portail',
    },
    already_registered: {
      subject: 'Vous avez déjà un compte sur le Portail des cautions de visa',
      says: [
        'Quelqu’un, probablement vous, a tenté de créer un compte avec cette adresse électronique. Un compte existe déjà : rien n’a été modifié.',
        'Si c’était vous, connectez-vous avec votre mot de passe. Sinon, vous n’avez rien à faire.',
      ],
      link: 'Se connecter',
    },
    password_reset_code: {
      subject: 'Votre code pour choisir un nouveau mot de passe',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne et ne le saisissez pas sur une page que l’on vous envoie. Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe n’a pas changé.',
      ],
      link: 'Saisir le code',
    },
    no_account: {
      subject: 'Aucun compte n’existe avec votre adresse électronique',
      says: [
        'Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour cette adresse électronique. Aucun compte n’y est associé : il n’y a pas de mot de passe à changer.',
        'Si vous avez un compte, il utilise une autre adresse : essayez-la. Si ce n’était pas vous, vous n’avez rien à faire.',
      ],
      link: 'Accéder au site',
    },
    password_changed: {
      subject: 'Votre mot de passe a été changé',
      says: [
        'Le mot de passe de votre compte a été changé et tous les autres navigateurs ont été déconnectés.',
        'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe : toute autre personne sera déconnectée. Pendant 48 heures, l’argent ne peut être remboursé que sur la carte ou le compte d’origine.',
      ],
      link: 'Ce n’était pas moi : choisir un nouveau mot de passe',
    },
    email_change_code: {
      subject: 'Votre code pour confirmer cette adresse électronique',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
      ],
      link: 'Saisir le code',
    },
    email_changed: {
      subject: 'Votre compte a une nouvelle adresse électronique',
      says: [
        'L’adresse électronique de votre compte a été changée : celle-ci n’est plus utilisée.',
        'Si ce n’était pas vous, annulez le changement dans les 7 jours. Le compte retrouvera cette adresse, tout le monde sera déconnecté et vous choisirez un nouveau mot de passe. Pendant 48 heures, l’argent ne peut être remboursé que sur la carte ou le compte d’origine.',
      ],
      link: 'Ce n’était pas moi : annuler le changement',
    },
    sign_in_stopped: {
      subject: 'La connexion avec votre adresse électronique est suspendue',
      says: [
        'Quelqu’un a tenté de nombreuses fois de se connecter à votre compte, probablement avec de mauvais mots de passe. Nous avons suspendu la connexion depuis l’endroit de ces tentatives.',
        'Si c’était vous, attendez 15 minutes ou choisissez un nouveau mot de passe. Sinon, vous n’avez rien à faire : votre mot de passe n’a pas changé et vous pouvez toujours vous connecter depuis un navigateur déjà utilisé.',
      ],
      link: 'Choisir un nouveau mot de passe',
    },
    case_received: {
      subject: 'Nous avons reçu votre demande {reference}',
      says: [
        'Nous avons reçu votre demande {reference}. Un agent consulaire va l’examiner.',
        'Vous n’avez rien à payer pour le moment. Si vous devez verser une caution, nous vous écrirons d’abord.',
      ],
      link: followCase.fr,
    },
    bond_required: {
      subject: 'Une caution est demandée pour votre dossier {reference}',
      says: [
        'Un agent consulaire a examiné le dossier {reference} et demande une caution remboursable avant la délivrance d’un visa.',
        'Connectez-vous pour voir le montant, la date limite et l’engagement que le payeur signe d’abord. Verser la caution ne garantit pas le visa.',
      ],
      link: 'Se connecter pour lire la demande de caution',
    },
    bond_corrected: {
      subject: 'La caution du dossier {reference} a été corrigée',
      says: [
        'Un agent consulaire a corrigé la caution du dossier {reference}. Cette demande remplace la précédente : ne versez pas l’ancien montant.',
        'Connectez-vous pour voir le montant, la date limite et l’engagement que le payeur signe d’abord.',
      ],
      link: 'Se connecter pour voir la caution corrigée',
    },
    payer_asked: {
      subject: 'On vous demande de verser la caution du dossier {reference}',
      says: [
        'Une personne qui demande un visa vous demande de verser la caution remboursable de son dossier {reference}. Cette caution est demandée par un agent consulaire.',
        'Si vous la versez, vous en êtes le payeur : vous signez un engagement, et l’argent vous est remboursé, et non au voyageur. Ouvrez le lien pour voir ce qui est demandé. L’ouvrir n’entraîne aucun paiement.',
        'Ne payez que pour une personne que vous connaissez et à qui vous avez parlé. Si vous ne souhaitez pas payer, indiquez-le sur la page ou ignorez ce courriel.',
      ],
      link: 'Voir ce qui vous est demandé',
    },
    payer_accepted: {
      subject: 'La personne sollicitée versera la caution du dossier {reference}',
      says: [
        'La personne que vous avez sollicitée accepte de verser la caution du dossier {reference}. La caution n’est pas encore versée.',
        'Votre dossier indique quand l’engagement est signé et quand l’argent est arrivé. La caution sera remboursée à cette personne.',
      ],
      link: followCase.fr,
    },
    payer_declined: {
      subject: 'La personne sollicitée ne verse pas la caution du dossier {reference}',
      says: [
        'La personne à qui vous avez demandé de verser la caution du dossier {reference} a refusé ou n’a pas répondu à temps. La date limite reste la même.',
        'Vous pouvez verser la caution vous-même ou solliciter une autre personne.',
      ],
      link: 'Se connecter pour voir la suite possible',
    },
    payer_released: {
      subject: 'Vous n’avez plus à verser la caution du dossier {reference}',
      says: [
        'Il vous avait été demandé de verser la caution du dossier {reference}. Ce n’est plus nécessaire : ne la versez pas.',
        'Rien n’a été débité et vous n’avez rien à faire.',
      ],
      link: 'Accéder au portail',
    },
    payer_terms: {
      subject: 'La demande de caution du dossier {reference} a changé',
      says: [
        'Le consulat a fixé de nouveau le montant ou la date limite de la caution du dossier {reference}, dont vous êtes le payeur. Le montant et la date ci-dessous remplacent les précédents.',
        'Connectez-vous pour relire et signer l’engagement avant de payer.',
      ],
      link: 'Se connecter pour voir la caution',
    },
    payer_paid: {
      subject: 'Nous avons reçu votre paiement pour la caution du dossier {reference}',
      says: [
        'Votre paiement pour la caution du dossier {reference} est arrivé en totalité. Il est détenu pour vous.',
        'Vous n’avez rien à faire pour le moment. Votre reçu et votre engagement sont sur le portail. Lorsque la caution sera remboursée, elle le sera à vous.',
      ],
      link: 'Se connecter pour voir le reçu',
    },
    payer_lapsed: {
      subject: 'Le délai pour verser la caution du dossier {reference} est dépassé',
      says: [
        'La caution du dossier {reference} n’a pas été versée dans le délai. Rien n’a été débité. Ne la versez plus.',
        'Si le consulat fixe un nouveau délai, nous vous écrirons.',
      ],
      link: 'Se connecter pour voir la caution',
    },
    payment_received: {
      subject: 'La caution du dossier {reference} est versée',
      says: [
        'La caution du dossier {reference} a été reçue en totalité. Elle est détenue pour le payeur.',
        'Vous n’avez rien à faire pour le moment. Le reçu est sur le portail et l’examen de la demande continue.',
      ],
      link: 'Se connecter pour voir la caution',
    },
    payment_set_aside: {
      subject: 'Un paiement pour le dossier {reference} est mis de côté',
      says: [
        'Nous avons reçu un paiement portant la référence {reference}. Il n’est pas passé par la page de paiement ouverte pour vous, ou la caution ne peut pas le recevoir pour le moment : il n’est pas pris en compte.',
        'L’argent est en sécurité. La trésorerie va rechercher à qui il appartient et comment le rembourser. S’il vous reste à verser la caution, connectez-vous et payez sur le portail.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_not_used: {
      subject: 'Votre virement pour le dossier {reference} vous est rendu',
      says: [
        'Une somme envoyée par virement pour le dossier {reference} n’a pas pu servir à la caution : elle est arrivée une fois le virement clos, ou le total n’a pas été reçu à temps.',
        'Elle vous est rendue sans frais. Notre prestataire de paiement vous demandera par courriel sur quel compte bancaire la verser. Ne refaites pas ce virement. Votre dossier montre chaque étape.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    payment_in_part: {
      subject: 'Une partie de votre virement pour le dossier {reference} est arrivée',
      says: [
        'Nous avons reçu par virement une partie de la caution du dossier {reference}. La caution n’est versée que lorsque le total est reçu.',
        'Envoyez le reste sur le même compte avant la date limite. À défaut, la partie reçue vous est rendue.',
      ],
      link: 'Se connecter pour voir ce qu’il reste à envoyer',
    },
    payment_failed: {
      subject: 'Votre banque n’a pas effectué le paiement du dossier {reference}',
      says: [
        'Votre banque a rejeté le prélèvement pour le dossier {reference}. Rien n’a été débité et la caution n’est pas versée.',
        'Connectez-vous pour lire le motif de la banque et payer de nouveau, par le même moyen ou par un autre.',
      ],
      link: 'Se connecter pour verser la caution',
    },
    payment_came_back: {
      subject: 'Une somme du dossier {reference} nous est revenue',
      says: [
        'Une somme versée pour la caution du dossier {reference} vous avait été rendue en dehors de ce portail. Elle nous est revenue : elle ne restera pas sur votre compte. Elle ne compte plus pour la caution.',
        'L’argent est en sécurité et reste à vous. La trésorerie décidera comment vous le rembourser. Vous n’avez rien à faire pour cela.',
      ],
      link: 'Se connecter pour voir la somme revenue',
    },
    payment_returned: {
      subject: 'Un paiement du dossier {reference} vous est remboursé',
      says: [
        'Nous avions mis de côté un paiement du dossier {reference}, non pris en compte pour la caution. Il est en cours de remboursement sur la carte ou le compte d’origine.',
        'Vous n’avez rien à faire. Les banques affichent en général le remboursement sous 5 à 10 jours. Le portail montre chaque étape.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    payment_counted_elsewhere: {
      subject: 'Un paiement portant la référence {reference} concernait une autre caution',
      says: [
        'Nous avions mis de côté un paiement portant la référence {reference}. La trésorerie a établi qu’il concernait une autre caution : il est désormais pris en compte pour celle-ci.',
        'Rien ne change pour le dossier {reference}. Si vous avez versé cette somme pour ce dossier, contactez le consulat au plus vite.',
      ],
      link: 'Se connecter pour voir le dossier',
    },
    payment_late: {
      subject: 'Votre paiement pour le dossier {reference} est arrivé trop tard',
      says: [
        'Un paiement pour le dossier {reference} est arrivé après la fin du délai, ou après le retrait de la demande. Il n’est pas pris en compte pour la caution.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Vous n’avez rien à faire. Ne payez pas de nouveau, sauf si votre dossier le demande.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_short: {
      subject: 'Votre paiement pour le dossier {reference} est inférieur à la caution',
      says: [
        'Nous avons reçu un paiement pour le dossier {reference}, mais il est inférieur à la caution. La caution doit être versée en totalité, en un seul paiement.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Il vous reste à verser la caution : connectez-vous pour voir le montant et la date limite.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_other_currency: {
      subject: 'Votre paiement pour le dossier {reference} est dans une autre devise',
      says: [
        'Nous avons reçu un paiement pour le dossier {reference}, mais pas dans la devise de la caution. Nous ne pouvons pas le convertir : il n’est pas pris en compte.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Il vous reste à verser la caution : connectez-vous pour voir le montant et la date limite.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_surplus: {
      subject: 'Vous avez payé plus que la caution du dossier {reference}',
      says: [
        'Nous avons reçu pour le dossier {reference} plus que le montant de la caution, par exemple parce qu’elle a été versée deux fois. Cela ne change rien à la caution ni à la demande.',
        'Le trop-perçu est en cours de remboursement sur la carte ou le compte d’origine. En cas de virement, notre prestataire de paiement vous demandera par courriel sur quel compte bancaire le verser. Le portail montre chaque étape.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    bond_lapsed: {
      subject: 'Le délai pour verser la caution du dossier {reference} est dépassé',
      says: [
        'La caution du dossier {reference} n’a pas été versée dans le délai : la demande est devenue caduque. Aucune somme n’est conservée : ce qui est arrivé est rendu au payeur.',
        'Vous pouvez peut-être encore poursuivre. Connectez-vous pour savoir comment.',
      ],
      link: 'Se connecter pour voir la suite possible',
    },
    case_refused: {
      subject: 'Une décision a été prise sur votre demande {reference}',
      says: [
        'Une décision a été prise sur la demande {reference}. Connectez-vous pour la lire avec ses motifs.',
        'Si une caution a été versée, le portail indique quand et comment elle est remboursée.',
      ],
      link: 'Se connecter pour lire la décision',
    },
    case_withdrawn: {
      subject: 'Votre demande {reference} est retirée',
      says: [
        'Vous avez retiré la demande {reference}. Son examen s’arrête là.',
        'Si une caution a été versée, le portail indique quand et comment elle est remboursée. Si ce retrait ne vient pas de vous, changez de mot de passe et contactez le consulat.',
      ],
      link: 'Se connecter pour voir le dossier',
    },
    visa_revoked: {
      subject: 'Votre visa du dossier {reference} est annulé',
      says: [
        'Le visa délivré pour le dossier {reference} n’est plus valable. Ne l’utilisez pas pour voyager.',
        'Si une caution a été versée, elle est remboursée en totalité : le portail indique quand et comment.',
      ],
      link: 'Se connecter pour voir le dossier',
    },
    visa_issued: {
      subject: 'Une décision a été prise sur votre demande {reference}',
      says: [
        'Une décision a été prise sur la demande {reference} : un visa est délivré.',
        'Avant de partir, connectez-vous pour vérifier la durée de votre séjour et les points de passage désignés. Si vous repartez dans les délais par l’un d’eux, la caution est remboursée automatiquement.',
      ],
      link: 'Se connecter pour voir les conditions du visa',
    },
    entry_recorded: {
      subject: 'Votre entrée est enregistrée : date de départ ({reference})',
      says: [
        'La frontière a enregistré votre entrée pour le dossier {reference}.',
        'Repartez au plus tard à la date indiquée ci-dessous, par un point de passage désigné. Si vous avez versé une caution, son remboursement démarre alors automatiquement.',
      ],
      link: followCase.fr,
    },
    leave_by_reminder: {
      subject: 'Rappel : date limite de départ ({reference})',
      says: [
        'Nous vous rappelons la date limite de départ du dossier {reference}. C’est le dernier jour où vous pouvez rester.',
        'Repartez ce jour-là au plus tard, par un point de passage désigné. Si vous avez versé une caution, son remboursement démarre alors automatiquement. Si vous êtes déjà reparti, vous n’avez rien à faire.',
      ],
      link: followCase.fr,
    },
    case_to_read: {
      subject: 'Une information à lire sur le dossier {reference}',
      says: [
        'Il y a du nouveau dans le dossier {reference}, et il se peut que vous deviez agir avant une certaine date.',
        'Nous ne l’écrivons pas dans un courriel. Connectez-vous pour en prendre connaissance.',
      ],
      link: 'Se connecter pour lire l’information',
    },
    evidence_refused: {
      subject: 'Votre preuve de départ pour le dossier {reference} n’a pas été acceptée',
      says: [
        'Deux agents ont examiné la preuve de départ que vous avez envoyée pour le dossier {reference} et n’ont pas pu l’accepter. Connectez-vous pour en lire le motif.',
        'Rien n’a été prélevé. La caution reste détenue pour le payeur, et vous pouvez envoyer une autre preuve.',
      ],
      link: 'Se connecter pour lire le motif',
    },
    stay_extended: {
      subject: 'Votre séjour est prolongé : nouvelle date de départ ({reference})',
      says: [
        'Une prolongation de séjour est accordée pour le dossier {reference}. La date ci-dessous remplace celle qui vous avait été donnée. C’est le dernier jour où vous pouvez rester.',
        'Repartez ce jour-là au plus tard, par un point de passage désigné. Si vous avez versé une caution, son remboursement démarre alors automatiquement.',
      ],
      link: followCase.fr,
    },
    stay_not_extended: {
      subject: 'Votre demande de prolongation n’est pas acceptée ({reference})',
      says: [
        'Deux agents ont examiné votre demande de prolongation de séjour (dossier {reference}) et n’ont pas pu l’accepter. Connectez-vous pour en lire le motif.',
        'La date limite de départ n’a pas changé. Rien n’a été prélevé.',
      ],
      link: 'Se connecter pour lire le motif',
    },
    payment_disputed: {
      subject: 'Le paiement du dossier {reference} est contesté',
      says: [
        'La banque de la personne qui a payé pour le dossier {reference} conteste ce paiement ou l’a repris. Jusqu’au règlement, aucun visa n’est délivré et aucune somme n’est rendue.',
        'Nous traitons avec la banque. Si ce paiement est le vôtre, demandez-lui de retirer la contestation. Le portail indique qui doit agir et avant quand.',
      ],
      link: 'Se connecter pour voir la contestation',
    },
    payment_stands: {
      subject: 'Le paiement du dossier {reference} est maintenu',
      says: [
        'La banque a reconnu le paiement du dossier {reference}. Tout reprend son cours.',
        'Vous n’avez rien à faire.',
      ],
      link: 'Se connecter pour voir le dossier',
    },
    refund_started: {
      subject: 'La caution du dossier {reference} est en cours de remboursement',
      says: [
        'La caution du dossier {reference} est remboursée à la personne qui l’a versée, par le moyen de paiement d’origine.',
        'Vous n’avez rien à faire. Le portail montre chaque étape et la date promise.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    refund_succeeded: {
      subject: 'La caution du dossier {reference} est remboursée',
      says: [
        'La banque a reçu le remboursement du dossier {reference}. Il peut mettre encore quelques jours à apparaître sur le compte.',
        'S’il n’est pas arrivé après 10 jours ouvrés, connectez-vous : le portail indique un numéro qui permet à la banque de le retrouver.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_returned: {
      subject: 'Le remboursement du dossier {reference} nous est revenu',
      says: [
        'Nous avions annoncé que la banque avait reçu le remboursement du dossier {reference}. Elle nous l’a renvoyé depuis : il n’apparaîtra pas sur votre compte. L’argent est en sécurité et reste à vous.',
        'La trésorerie cherche un autre moyen de vous rembourser. Vous n’avez rien à faire pour le moment. Le portail montre chaque étape. Nous ne demandons jamais de coordonnées bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_failed: {
      subject: 'Le remboursement du dossier {reference} n’a pas abouti',
      says: [
        'La banque n’a pas pu accepter le remboursement du dossier {reference}, par exemple parce que la carte ou le compte est fermé. L’argent est en sécurité et reste à vous.',
        'La trésorerie cherche un autre moyen de vous rembourser. Connectez-vous pour suivre la situation. Nous ne demandons jamais de coordonnées bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    account_asked: {
      subject: 'Indiquez un compte bancaire pour le remboursement du dossier {reference}',
      says: [
        'Le remboursement du dossier {reference} ne peut pas revenir sur la carte ou le compte qui a servi au paiement. L’argent est en sécurité et reste à vous.',
        'Connectez-vous et indiquez un compte bancaire à votre nom. Votre mot de passe vous sera redemandé. Nous ne demandons jamais de coordonnées bancaires par courriel ou par téléphone.',
      ],
      link: 'Se connecter pour indiquer un compte bancaire',
    },
    account_given: {
      subject: 'Un compte bancaire a été indiqué pour le remboursement du dossier {reference}',
      says: [
        'Un compte bancaire a été indiqué pour le remboursement du dossier {reference}. Rien n’y est versé pendant les 48 premières heures.',
        'Si ce n’est pas vous, connectez-vous immédiatement, retirez ce compte et changez votre mot de passe.',
      ],
      link: 'Se connecter pour le vérifier ou le modifier',
    },
    account_reminder: {
      subject: 'Il manque un compte bancaire pour le remboursement du dossier {reference}',
      says: [
        'Le remboursement du dossier {reference} attend toujours un compte bancaire à votre nom. L’argent est en sécurité et reste à vous, sans limite de temps.',
        'Connectez-vous et indiquez un compte bancaire. Nous ne demandons jamais de coordonnées bancaires par courriel ou par téléphone.',
      ],
      link: 'Se connecter pour indiquer un compte bancaire',
    },
    card_expires_soon: {
      subject: 'La carte qui a servi à verser la caution du dossier {reference} expire bientôt',
      says: [
        'La carte qui a servi à verser la caution du dossier {reference} expire bientôt. Un remboursement peut ne pas arriver sur une carte expirée. L’argent est en sécurité et reste à vous.',
        'Connectez-vous et indiquez un compte bancaire à votre nom. Il ne servira que si le remboursement ne peut pas revenir sur la carte. Nous ne demandons jamais de coordonnées bancaires par courriel ou par téléphone.',
      ],
      link: 'Se connecter pour indiquer un compte bancaire',
    },
    bank_way_closes: {
      subject: 'Indiquez un compte bancaire pour un remboursement ultérieur du dossier {reference}',
      says: [
        'Vous avez versé la caution du dossier {reference} par prélèvement ou par virement. Elle ne peut être remboursée par le même moyen que pendant une durée limitée, et peut être conservée plus longtemps. L’argent est en sécurité et reste à vous.',
        'Connectez-vous et indiquez un compte bancaire à votre nom. Il ne servira que si le remboursement ne peut pas revenir par le même moyen. Nous ne demandons jamais de coordonnées bancaires par courriel ou par téléphone.',
      ],
      link: 'Se connecter pour indiquer un compte bancaire',
    },
  },
};
