export const declined = {
  title: 'Votre paiement a été refusé',
  nothing: 'Rien n’a été débité. Vous pouvez réessayer avec la même carte ou avec une autre.',
  reason: {
    insufficient_funds: 'Motif de la banque : la provision ou le crédit de la carte ne suffit pas.',
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
