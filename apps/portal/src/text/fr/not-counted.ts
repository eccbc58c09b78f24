/** Money that came for a bond and did not count towards it. */
export const notCounted = {
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
    bears_a_loss:
      'Un paiement précédent de cette caution a été annulé : aucun nouveau paiement ne peut être accepté pour le moment.',
    came_back:
      'Cette somme vous avait été rendue en dehors de ce portail. Elle nous est revenue alors que la caution n’en avait plus besoin.',
  },
  next: {
    returned:
      'Le trop-perçu est remboursé automatiquement sur la carte ou le compte d’origine. Cette page montre chaque étape. Vous n’avez rien à faire.',
    person:
      'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Vous n’avez rien à faire pour cela.',
  },
  stillToPay:
    'Il vous reste à verser la caution : {{asked}} en un seul paiement, sur ce portail, au plus tard le {{when}}.',
};
