/** Money that came for a bond and did not count towards it. */
export const notCounted = {
  title: 'Money that did not count towards the bond',
  arrived: '{{amount}} arrived on {{when}}.',
  why: {
    unknown_payment:
      'It has this case’s reference, but it was not paid on the payment page we opened for you.',
    bond_over: 'It arrived after the deadline, or after the application was withdrawn.',
    bond_has_enough: 'The bond had already been paid.',
    not_in_full:
      'It is less than the bond of {{asked}}. The bond must be paid in full in one payment.',
    other_currency: 'It is not in the currency of the bond, and we cannot convert it.',
    more_than_asked: 'The bond is {{asked}}. The other {{rest}} is extra.',
    bears_a_loss:
      'An earlier payment of this bond was reversed, so the bond cannot accept new money at the moment.',
    came_back:
      'It had been returned to you outside this portal, and came back to us after the bond no longer needed it.',
  },
  next: {
    returned:
      'The extra money is refunded automatically to the card or account it came from. This page shows each step. You do not need to do anything.',
    person:
      'The money is safe. A treasury officer will decide how to return it to the person who paid. You do not need to do anything for that.',
  },
  stillToPay:
    'You still need to pay the bond: {{asked}} in one payment, on this portal, by {{when}}.',
} as const;
