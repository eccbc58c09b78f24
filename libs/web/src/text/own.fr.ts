/** Les pages du compte, sur les deux sites. */
export const own = {
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
