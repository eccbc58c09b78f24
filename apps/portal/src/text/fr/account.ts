export const account = {
  email: 'Adresse électronique',
  password: 'Mot de passe',
  signIn: {
    title: 'Se connecter',
    button: 'Se connecter',
    none: 'Pas encore de compte ?',
    make: 'Créer un compte',
    out: 'Vous êtes déconnecté.',
  },
  signUp: {
    title: 'Créer un compte',
    lead: 'Nous envoyons un code à votre adresse électronique pour vérifier qu’elle est bien à vous.',
    emailHint: 'Les nouvelles de votre dossier y sont envoyées.',
    passwordHint:
      'Au moins {{min}} caractères. Quelques mots faciles à retenir valent mieux qu’un mot court et compliqué.',
    button: 'Créer le compte',
    have: 'Vous avez déjà un compte ?',
    signIn: 'Se connecter',
  },
  code: {
    title: 'Consultez votre messagerie',
    sent: 'Nous avons envoyé un message à l’adresse indiquée. Il est valable {{minutes}} minutes.',
    nothing:
      'Rien reçu ? Regardez parmi les messages indésirables. Si l’adresse a déjà un compte, le message dit comment se connecter.',
    label: 'Code reçu par courriel',
    hint: '{{digits}} chiffres',
    button: 'Confirmer',
    again: 'Recommencer avec une autre adresse',
  },
  error: {
    emailMissing: 'Indiquez votre adresse électronique',
    emailWrong: 'Indiquez une adresse électronique de la bonne forme, comme nom@exemple.org',
    passwordMissing: 'Indiquez votre mot de passe',
    newPasswordMissing: 'Choisissez un mot de passe d’au moins {{min}} caractères',
    password_too_short: 'Le mot de passe doit avoir au moins {{min}} caractères',
    password_too_long: 'Le mot de passe doit avoir au plus {{max}} caractères',
    password_common:
      'Le mot de passe est trop facile à deviner. Choisissez d’autres mots, sans votre adresse électronique',
    wrong_credentials:
      'L’adresse électronique ou le mot de passe est faux. Vérifiez les deux et réessayez',
    too_many_tries: 'Trop d’essais pour cette adresse. Attendez 15 minutes et réessayez',
    codeMissing: 'Indiquez le code reçu par courriel',
    codeShape: 'Le code doit être fait de {{digits}} chiffres, comme 042731',
    wrong_code: 'Le code n’est pas bon. Regardez le message le plus récent et recommencez',
    code_expired: 'Le code n’est plus valable. Recommencez pour en recevoir un nouveau',
    code_too_many_tries:
      'Le code a été mal saisi trop souvent. Recommencez pour en recevoir un nouveau',
  },
};
