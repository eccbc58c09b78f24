/** Money that came for a bond and did not count towards it. */
export const notCounted = {
  title: 'Argent qui n’a pas compté pour la caution',
  arrived: '{{amount}} reçus le {{when}}.',
  why: {
    unknown_payment:
      'Ce paiement cite votre dossier, mais il n’est pas passé par la page de paiement ouverte pour vous.',
    bond_over:
      'Il est arrivé après la fin du délai de paiement, ou après le retrait de la demande.',
    bond_has_enough: 'La caution était déjà payée.',
    not_in_full:
      'C’est moins que la caution de {{asked}}. Elle n’est versée que si la totalité arrive en un seul paiement.',
    other_currency: 'Il n’est pas dans la devise de la caution, et nous ne changeons pas d’argent.',
    more_than_asked:
      'La caution en a pris {{asked}}. Le reste, {{rest}}, dépasse ce qu’elle demande.',
    bears_a_loss:
      'Un paiement précédent de cette caution a été annulé : elle ne peut pas recevoir d’argent pour le moment.',
  },
  next: {
    returned:
      'Ce qui est en trop repart de lui-même vers la personne qui a payé, sur la même carte ou le même compte. Cette page montre chaque étape. Vous n’avez rien à faire.',
    person:
      'L’argent est en sécurité. Le trésor décide comment le rendre à la personne qui a payé. Vous n’avez rien à faire pour cela.',
  },
  stillToPay:
    'La caution reste à verser : {{asked}} en un seul paiement, sur ce portail, au plus tard le {{when}}.',
};
