/** Words of the payment pages. */
const en = {
  processor: 'Test payment processor',
  notice: 'This is a test. No money moves. Do not enter a real card: none is accepted.',
  pay: (amount: string) => `Pay ${amount}`,
  total: 'Total to pay',
  email: 'Email address',
  name: 'Name on the card',
  number: 'Card number',
  numberHint: 'A test number, for example 4242 4242 4242 4242',
  expiry: 'Expiry date',
  expiryHint: 'For example 12 / 30',
  cvc: 'Security code',
  cvcHint: 'Any 3 or 4 digits',
  cancel: 'Cancel and go back',
  errorPrefix: 'Error: ',
  problem: 'There is a problem',
  testCards: 'Test cards',
  cardNotes: {
    visa: 'is accepted',
    declined: 'is declined',
    insufficientFunds: 'does not have enough money',
    challenged: 'asks you to confirm with the bank',
    refundLater: 'is accepted; its refunds take a moment',
    refundFails: 'is accepted; its refunds fail after they succeeded',
  },
  errors: {
    email: 'Enter an email address, like name@example.com',
    name: 'Enter the name as it appears on the card',
    number: 'Enter a card number of 12 to 19 digits',
    incorrect: 'Check the card number. It is not correct',
    notTest: 'Use one of the test cards: other cards are not accepted here',
    expiry: 'Enter the expiry date as month and year, like 12 / 30',
    past: 'This card has expired: enter a later expiry date or use another card',
    cvc: 'Enter the 3 or 4 digits of the security code',
  },
  declines: {
    generic_decline: 'Your card was declined. Try another card.',
    insufficient_funds: 'Your card has insufficient funds. Try another card.',
    expired_card: 'Your card has expired. Try another card.',
    authentication_failure:
      'Your bank could not confirm that the card is yours. Try again or use another card.',
  },
  challengeTitle: 'Confirm with your bank',
  challengeBody: (amount: string) =>
    `Your bank asks whether you want to pay ${amount}. This stands in for the bank's own page.`,
  confirm: 'Yes, confirm the payment',
  reject: 'No, this was not me',
  expiredTitle: 'This payment page has expired',
  expiredBody: 'Nothing was paid here. Go back to where you came from to start again.',
  paidTitle: 'This payment has been made',
  paidBody: 'You do not need to pay again.',
  goBack: 'Go back',
  continue: 'Continue',
  unknownTitle: 'Payment page not found',
  unknownBody: 'Check that you copied the whole address.',
};

export type Text = typeof en;

const fr: Text = {
  processor: 'Prestataire de paiement de test',
  notice:
    'Ceci est un test. Aucun argent ne circule. Ne saisissez pas de vraie carte : aucune n’est acceptée.',
  pay: (amount) => `Payer ${amount}`,
  total: 'Total à payer',
  email: 'Adresse électronique',
  name: 'Nom figurant sur la carte',
  number: 'Numéro de carte',
  numberHint: 'Un numéro de test, par exemple 4242 4242 4242 4242',
  expiry: 'Date d’expiration',
  expiryHint: 'Par exemple 12 / 30',
  cvc: 'Code de sécurité',
  cvcHint: '3 ou 4 chiffres au choix',
  cancel: 'Annuler et revenir',
  errorPrefix: 'Erreur : ',
  problem: 'Il y a un problème',
  testCards: 'Cartes de test',
  cardNotes: {
    visa: 'est acceptée',
    declined: 'est refusée',
    insufficientFunds: 'n’a pas assez de fonds',
    challenged: 'vous demande de confirmer auprès de la banque',
    refundLater: 'est acceptée ; ses remboursements prennent un moment',
    refundFails: 'est acceptée ; ses remboursements échouent après avoir réussi',
  },
  errors: {
    email: 'Saisissez une adresse électronique, comme nom@exemple.com',
    name: 'Saisissez le nom tel qu’il figure sur la carte',
    number: 'Saisissez un numéro de carte de 12 à 19 chiffres',
    incorrect: 'Vérifiez le numéro de carte : il contient une erreur',
    notTest: 'Utilisez une des cartes de test : les autres ne sont pas acceptées ici',
    expiry: 'Saisissez la date d’expiration : mois et année, comme 12 / 30',
    past: 'Cette carte a expiré : saisissez une date ultérieure ou prenez une autre carte',
    cvc: 'Saisissez les 3 ou 4 chiffres du code de sécurité',
  },
  declines: {
    generic_decline: 'Votre carte a été refusée. Essayez une autre carte.',
    insufficient_funds: 'Les fonds de votre carte sont insuffisants. Essayez une autre carte.',
    expired_card: 'Votre carte a expiré. Essayez une autre carte.',
    authentication_failure:
      'Votre banque n’a pas pu confirmer que la carte est à vous. Réessayez ou prenez une autre carte.',
  },
  challengeTitle: 'Confirmez auprès de votre banque',
  challengeBody: (amount) =>
    `Votre banque demande si vous voulez payer ${amount}. Cette page tient lieu de celle de la banque.`,
  confirm: 'Oui, je confirme le paiement',
  reject: 'Non, ce n’était pas moi',
  expiredTitle: 'Cette page de paiement a expiré',
  expiredBody: 'Rien n’a été payé ici. Revenez d’où vous venez pour recommencer.',
  paidTitle: 'Ce paiement est fait',
  paidBody: 'Vous n’avez pas à payer de nouveau.',
  goBack: 'Revenir',
  continue: 'Continuer',
  unknownTitle: 'Page de paiement introuvable',
  unknownBody: 'Vérifiez que vous avez copié l’adresse en entier.',
};

export type Language = 'en' | 'fr';
export const TEXTS: Record<Language, Text> = { en, fr };

/** The session's locale decides; "auto" and none follow the browser. */
export function languageOf(locale: string | null | undefined, accepted: string): Language {
  const wanted = locale && locale !== 'auto' ? locale : accepted;
  return /^\s*fr\b/i.test(wanted) ? 'fr' : 'en';
}
