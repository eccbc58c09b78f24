/** Money that came for a bond and did not count towards it. */
export const notCounted = {
  title: 'Money that did not count towards the bond',
  arrived: '{{amount}} arrived on {{when}}.',
  why: {
    unknown_payment:
      'It names this case, but it did not come through the payment page that we opened for you.',
    bond_over:
      'It arrived after the time for paying was over, or after the application was withdrawn.',
    bond_has_enough: 'The bond had already been paid.',
    not_in_full:
      'It is less than the bond of {{asked}}. A bond counts as paid only when the full amount arrives in one payment.',
    other_currency: 'It is not in the currency of the bond, and we do not exchange money.',
    more_than_asked: 'The bond took {{asked}} of it. {{rest}} is more than the bond asks.',
    bears_a_loss:
      'An earlier payment of this bond was reversed, so the bond cannot take new money now.',
  },
  next: {
    returned:
      'What is too much goes back by itself to whoever paid it, to the same card or account. This page shows each step. You do not need to do anything.',
    person:
      'The money is safe. A treasury officer decides how it goes back to whoever paid it. You do not need to do anything for that.',
  },
  stillToPay:
    'The bond still has to be paid: {{asked}} in one payment, on this portal, by {{when}}.',
} as const;
