/** Sign-in of staff and its errors. */
export const account = {
  title: 'Se connecter',
  lead: 'Ce site est réservé aux agents consulaires. Pour une demande de visa, utilisez le Portail des cautions de visa.',
  out: 'La session est fermée.',
  error: {
    emailMissing: 'Indiquez votre adresse électronique',
    emailWrong: 'Indiquez une adresse électronique au bon format, comme nom@exemple.org',
    passwordMissing: 'Indiquez votre mot de passe',
    wrong_credentials:
      'L’adresse électronique ou le mot de passe est incorrect. Vérifiez les deux et réessayez',
    too_many_tries: 'Trop de tentatives de connexion. Attendez 15 minutes et réessayez',
  },
};
