import type { SameKeys } from '#web';

/** Money that came for a bond and did not count towards it. */
export const en = {
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
    not_used:
      'It came by a bank transfer that was already over, or that was not complete at the deadline.',
    bears_a_loss:
      'An earlier payment of this bond was reversed, so the bond cannot accept new money at the moment.',
    came_back:
      'It had been returned to you outside this portal, and came back to us after the bond no longer needed it.',
  },
  next: {
    returned:
      'The extra money is refunded automatically to the card or account it came from. If it came by bank transfer, our payment processor asks you by email which bank account it should go to. This page shows each step.',
    asked_where:
      'It goes back to you automatically. Our payment processor asks you by email which bank account it should go to. This page shows each step.',
    counted: 'It now counts towards the bond, so you do not need to do anything.',
    going_back:
      'The money is being returned to the card or account it came from. This page shows each step. You do not need to do anything.',
    person:
      'The money is safe. A treasury officer will decide how to return it to the person who paid. You do not need to do anything for that.',
  },
  stillToPay:
    'You still need to pay the bond: {{asked}} in one payment, on this portal, by {{when}}.',
} as const;

/** Money that came for a bond and did not count towards it. */
export const fr: SameKeys<typeof en> = {
  title: 'Somme non prise en compte pour la caution',
  arrived: '{{amount}} reçus le {{when}}.',
  why: {
    unknown_payment:
      'Ce paiement porte la référence de votre dossier, mais il n’est pas passé par la page de paiement ouverte pour vous.',
    bond_over: 'Ce paiement est arrivé après la fin du délai, ou après le retrait de la demande.',
    bond_has_enough: 'La caution était déjà versée.',
    not_in_full:
      'Cette somme est inférieure à la caution de {{asked}}. La caution doit être versée en totalité, en un seul paiement.',
    other_currency:
      'Ce paiement n’est pas dans la devise de la caution et nous ne pouvons pas le convertir.',
    more_than_asked: 'La caution est de {{asked}}. Les {{rest}} restants sont en trop.',
    not_used: 'Cette somme est arrivée par un virement déjà clos, ou incomplet à la date limite.',
    bears_a_loss:
      'Un paiement précédent de cette caution a été annulé : aucun nouveau paiement ne peut être accepté pour le moment.',
    came_back:
      'Cette somme vous avait été rendue en dehors de ce portail. Elle nous est revenue alors que la caution n’en avait plus besoin.',
  },
  next: {
    returned:
      'Le trop-perçu est remboursé automatiquement sur la carte ou le compte d’origine. En cas de virement, notre prestataire de paiement vous demande par courriel sur quel compte bancaire le verser. Cette page montre chaque étape.',
    asked_where:
      'Elle vous est rendue automatiquement. Notre prestataire de paiement vous demande par courriel sur quel compte bancaire la verser. Cette page montre chaque étape.',
    counted: 'Cette somme compte désormais pour la caution. Vous n’avez rien à faire.',
    going_back:
      'Cette somme est en cours de remboursement sur la carte ou le compte d’origine. Cette page montre chaque étape. Vous n’avez rien à faire.',
    person:
      'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Vous n’avez rien à faire pour cela.',
  },
  stillToPay:
    'Il vous reste à verser la caution : {{asked}} en un seul paiement, sur ce portail, au plus tard le {{when}}.',
};
