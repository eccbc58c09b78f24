/** Création de compte, connexion et leurs erreurs. */
export const account = {
  email: 'Adresse électronique',
  password: 'Mot de passe',
  signIn: {
    title: 'Se connecter',
    button: 'Se connecter',
    none: 'Vous n’avez pas de compte ?',
    make: 'Créer un compte',
    out: 'La session est fermée.',
  },
  signUp: {
    title: 'Créer un compte',
    lead: 'Nous envoyons un code à votre adresse électronique pour vérifier qu’elle est bien à vous. Vous choisirez ensuite un mot de passe.',
    emailHint: 'Les nouvelles de votre dossier y sont envoyées.',
    button: 'Recevoir le code',
    have: 'Vous avez déjà un compte ?',
    signIn: 'Se connecter',
  },
  code: {
    title: 'Consultez votre messagerie',
    sent: 'Nous vous avons envoyé un courriel. Son code est valable {{minutes}} minutes, dans ce navigateur seulement.',
    nothing:
      'Si vous ne trouvez rien, regardez parmi les courriers indésirables. Si le courriel ne contient pas de code, il dit ce que vous pouvez faire.',
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
  },
  error: {
    emailMissing: 'Indiquez votre adresse électronique',
    emailWrong: 'Indiquez une adresse électronique au bon format, comme nom@exemple.org',
    passwordMissing: 'Indiquez votre mot de passe',
    newPasswordMissing: 'Choisissez un mot de passe d’au moins {{min}} caractères',
    password_too_short: 'Le mot de passe doit avoir au moins {{min}} caractères',
    password_too_long: 'Le mot de passe doit avoir au plus {{max}} caractères',
    password_common:
      'Le mot de passe est trop facile à deviner. Choisissez d’autres mots, sans votre adresse électronique',
    wrong_credentials:
      'L’adresse électronique ou le mot de passe est incorrect. Vérifiez et corrigez',
    too_many_tries: 'Trop d’essais de connexion depuis ici. Attendez 15 minutes et réessayez',
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
  },
};
