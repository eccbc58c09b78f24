/** A payment that the bank or the processor declined. Codes are the processor's. */
export const declined = {
  title: 'Your payment was declined',
  nothing: 'You have not been charged. You can try again with the same card or another one.',
  reason: {
    insufficient_funds: 'The bank’s reason: there is not enough money or credit on the card.',
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
