import type { SameKeys } from '#web';

/** A payment that the bank or the processor declined. Codes are the processor's. */
export const en = {
  title: 'Your payment was declined',
  nothing: 'You have not been charged. You can try again, or pay another way.',
  reason: {
    insufficient_funds: 'The bank’s reason: there is not enough money or credit.',
    account_closed: 'The bank’s reason: the account is closed.',
    no_account: 'The bank’s reason: there is no such account.',
    debit_not_authorized: 'The bank’s reason: it was not told that you allow this debit.',
    bank_account_declined: 'The bank refused the debit from this account.',
    expired_card: 'The bank’s reason: the card has expired.',
    incorrect_number: 'The bank’s reason: the card number is wrong.',
    incorrect_cvc: 'The bank’s reason: the security code is wrong.',
    invalid_expiry_year: 'The bank’s reason: the expiry date is wrong.',
    card_velocity_exceeded:
      'The bank’s reason: the amount is above the limit of the card. Ask your bank to raise it for this payment.',
    withdrawal_count_limit_exceeded:
      'The bank’s reason: the amount is above the limit of the card. Ask your bank to raise it for this payment.',
    currency_not_supported: 'The bank’s reason: the card cannot pay in this currency.',
    card_not_supported: 'The bank’s reason: the card cannot make this kind of payment.',
    payment_intent_authentication_failure: 'You, or your bank, did not confirm the payment.',
    authentication_required: 'The bank’s reason: you need to confirm the payment with your bank.',
    processing_error: 'Something went wrong while the bank processed the payment.',
    other:
      'Your bank gave no reason. Ask your bank. Large payments are often stopped until you confirm them.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Votre paiement a été refusé',
  nothing: 'Rien n’a été débité. Vous pouvez réessayer, ou payer par un autre moyen.',
  reason: {
    insufficient_funds: 'Motif de la banque : la provision ou le crédit ne suffit pas.',
    account_closed: 'Motif de la banque : le compte est clos.',
    no_account: 'Motif de la banque : ce compte n’existe pas.',
    debit_not_authorized:
      'Motif de la banque : vous ne l’avez pas informée que vous acceptez ce prélèvement.',
    bank_account_declined: 'La banque a rejeté le prélèvement sur ce compte.',
    expired_card: 'Motif de la banque : la carte a expiré.',
    incorrect_number: 'Motif de la banque : le numéro de la carte est inexact.',
    incorrect_cvc: 'Motif de la banque : le code de sécurité est inexact.',
    invalid_expiry_year: 'Motif de la banque : la date d’expiration est inexacte.',
    card_velocity_exceeded:
      'Motif de la banque : le montant dépasse le plafond de la carte. Demandez à votre banque de le relever pour ce paiement.',
    withdrawal_count_limit_exceeded:
      'Motif de la banque : le montant dépasse le plafond de la carte. Demandez à votre banque de le relever pour ce paiement.',
    currency_not_supported:
      'Motif de la banque : la carte ne permet pas de payer dans cette devise.',
    card_not_supported: 'Motif de la banque : la carte ne permet pas ce type de paiement.',
    payment_intent_authentication_failure: 'Vous ou votre banque n’avez pas confirmé le paiement.',
    authentication_required: 'Motif de la banque : vous devez confirmer le paiement auprès d’elle.',
    processing_error: 'Une erreur s’est produite pendant le traitement par la banque.',
    other:
      'Votre banque n’a pas donné de motif. Contactez-la : un paiement important est souvent bloqué jusqu’à votre confirmation.',
  },
};
