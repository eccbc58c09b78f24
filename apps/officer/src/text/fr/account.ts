/** Sign-in of staff and its errors. */
export const account = {
  title: 'Se connecter',
  lead: 'Pour le personnel des bureaux du programme. Les demandeurs utilisent le Portail des cautions de visa.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  button: 'Se connecter',
  out: 'Vous êtes déconnecté.',
  error: {
    emailMissing: 'Indiquez votre adresse électronique',
    emailWrong: 'Indiquez une adresse électronique correcte, comme nom@example.org',
    passwordMissing: 'Indiquez votre mot de passe',
    wrong_credentials:
      'L’adresse électronique ou le mot de passe est faux. Vérifiez les deux et réessayez',
    too_many_tries: 'Trop d’essais de connexion depuis ici. Attendez 15 minutes et réessayez',
  },
};
