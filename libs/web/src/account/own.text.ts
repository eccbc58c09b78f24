import type { SameKeys } from '../text/same-keys.ts';

/** Pages about one's own account, on both sites. */
export const en = {
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

/** Les pages du compte, sur les deux sites. */
export const fr: SameKeys<typeof en> = {
  email: 'Adresse électronique',
  password: 'Mot de passe',
  current: 'Mot de passe actuel',
  hidden: 'Non affiché',
  waits:
    'Votre mot de passe ou votre adresse électronique a changé. Jusqu’au {{when}}, l’argent ne peut être remboursé que sur la carte ou le compte d’origine.',
  done: {
    password: 'Le mot de passe a été changé. Tous les autres navigateurs sont déconnectés.',
    email: 'L’adresse électronique a été changée. L’ancienne adresse en est informée.',
    ended: 'Le navigateur est déconnecté.',
    reset: 'Le mot de passe a été changé. Utilisez-le pour vous connecter.',
    restored:
      'Le compte a retrouvé votre adresse et tout le monde est déconnecté. Choisissez maintenant un nouveau mot de passe.',
  },
  forgotten: {
    title: 'Choisir un nouveau mot de passe',
    lead: 'Indiquez l’adresse électronique de votre compte. Nous y enverrons un code.',
    button: 'Recevoir le code',
    link: 'Mot de passe oublié ?',
  },
  code: {
    title: 'Consultez votre messagerie',
    sent: 'Nous vous avons envoyé un courriel. Son code est valable {{minutes}} minutes, dans ce navigateur seulement.',
    nothing:
      'Si vous ne le trouvez pas, vérifiez les courriers indésirables. Si le courriel ne contient pas de code, il indique ce que vous pouvez faire.',
    label: 'Code reçu par courriel',
    hint: '{{digits}} chiffres',
    button: 'Continuer',
    again: 'Recommencer ou utiliser une autre adresse',
  },
  newPassword: {
    label: 'Nouveau mot de passe',
    hint: 'Au moins {{min}} caractères. Quelques mots faciles à retenir valent mieux qu’un mot court et compliqué.',
    signUp: {
      title: 'Choisir un mot de passe',
      lead: 'Votre adresse électronique est confirmée. Elle servira avec ce mot de passe à vous connecter.',
      button: 'Créer le compte',
    },
    reset: {
      title: 'Choisir un nouveau mot de passe',
      lead: 'Tous les navigateurs seront déconnectés. Pendant 48 heures, l’argent ne pourra être remboursé que sur la carte ou le compte d’origine.',
      button: 'Changer le mot de passe',
    },
  },
  changePassword: {
    title: 'Changer votre mot de passe',
    lead: 'Tous les autres navigateurs seront déconnectés. Pendant 48 heures, l’argent ne pourra être remboursé que sur la carte ou le compte d’origine.',
    button: 'Changer le mot de passe',
  },
  changeEmail: {
    title: 'Changer votre adresse électronique',
    lead: 'Nous enverrons un code à la nouvelle adresse et informerons l’ancienne. Tous les autres navigateurs seront déconnectés. Pendant 48 heures, l’argent ne pourra être remboursé que sur la carte ou le compte d’origine.',
    label: 'Nouvelle adresse électronique',
    button: 'Recevoir le code',
  },
  former: {
    title: 'Annuler le changement d’adresse',
    lead: 'Le compte retrouvera votre adresse, tout le monde sera déconnecté et vous choisirez un nouveau mot de passe.',
    button: 'Annuler le changement',
    over: 'Ce lien n’est plus valable',
    overBody:
      'Il a déjà servi, ou plus de 7 jours ont passé. Si votre compte a toujours votre adresse, vous pouvez choisir un nouveau mot de passe. Sinon, contactez le consulat.',
  },
  sessions: {
    title: 'Où votre compte est connecté',
    lead: 'Si vous ne reconnaissez pas un navigateur, déconnectez-le et changez votre mot de passe.',
    browser: 'Navigateur',
    this: 'Ce navigateur',
    other: 'Un autre navigateur',
    since: 'Connexion',
    used: 'Dernière utilisation',
    end: 'Déconnecter ce navigateur',
    endOthers: 'Déconnecter tous les autres',
  },
  error: {
    emailMissing: 'Indiquez votre adresse électronique',
    emailWrong: 'Indiquez une adresse électronique au bon format, comme nom@exemple.org',
    passwordMissing: 'Indiquez votre mot de passe',
    wrong_credentials:
      'L’adresse électronique ou le mot de passe est incorrect. Vérifiez les deux et réessayez',
    sign_in_too_many_tries: 'Trop de tentatives de connexion. Attendez 15 minutes et réessayez',
    same_email: 'Indiquez une autre adresse : celle-ci est déjà la vôtre',
    currentMissing: 'Indiquez votre mot de passe actuel',
    wrong_password: 'Le mot de passe actuel est incorrect. Vérifiez-le et réessayez',
    too_many_tries: 'Trop de tentatives. Attendez 15 minutes et réessayez',
    too_many_codes:
      'Trop de codes ont été envoyés. Utilisez le plus récent, ou réessayez plus tard',
    codeMissing: 'Indiquez le code reçu par courriel',
    codeShape: 'Le code doit avoir {{digits}} chiffres, comme 04273186',
    wrong_code: 'Le code est incorrect. Regardez le courriel le plus récent et recommencez',
    code_expired:
      'Le code n’est plus valable, ou vous avez commencé dans un autre navigateur. Recommencez pour en recevoir un nouveau',
    code_too_many_tries:
      'Un code incorrect a été saisi trop de fois. Recommencez pour en recevoir un nouveau',
    expired: 'Trop de temps a passé. Recommencez pour recevoir un nouveau code',
    newPasswordMissing: 'Choisissez un mot de passe d’au moins {{min}} caractères',
    password_too_short: 'Le mot de passe doit avoir au moins {{min}} caractères',
    password_too_long: 'Le mot de passe doit avoir au plus {{max}} caractères',
    password_common:
      'Le mot de passe est trop facile à deviner. Choisissez d’autres mots, sans votre adresse électronique',
  },
};
