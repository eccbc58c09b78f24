/** Sign-in of staff. */
export const account = {
  title: 'Se connecter',
  lead: 'Ce site est réservé aux agents consulaires. Pour une demande de visa, utilisez le Portail des cautions de visa.',
  out: 'La session est fermée.',
};
