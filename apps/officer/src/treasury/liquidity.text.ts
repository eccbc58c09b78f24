import type { SameKeys } from '#web';

/** Whether there is money for refunds where they are paid from. */
export const en = {
  title: 'Money for refunds',
  link: 'Check that there is enough money for refunds',
  lead: 'The payment processor pays refunds from the money available in our account there. A refund that it cannot pay waits, and fails after 45 days.',
  empty: 'Nothing to compare yet',
  emptyBody: 'No refund is waiting, and the processor has not told us our balance yet.',
  inCurrency: 'In {{currency}}',
  available: 'Available at the processor',
  pending: 'Not available there yet',
  told: 'As it told us on',
  due: 'Refunds to be sent now',
  soon: 'Bonds that may go back within {{days}} days',
  standing: {
    enough: {
      name: 'Enough money',
      todo: 'There is enough for the refunds to be sent now and for those of the next {{days}} days.',
    },
    short: {
      name: 'Not enough money now',
      todo: 'Pay {{amount}} into the account at the processor. That covers the refunds to be sent now and those of the next {{days}} days.',
    },
    short_soon: {
      name: 'Not enough money soon',
      todo: 'There is enough for now. Pay {{amount}} into the account at the processor to cover the next {{days}} days.',
    },
    not_known: {
      name: 'Balance not known',
      todo: 'The processor has not told us our balance for some hours. Check that the worker runs and can reach it.',
    },
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Trésorerie des remboursements',
  link: 'Vérifier la trésorerie des remboursements',
  lead: 'Le prestataire de paiement prélève les remboursements sur le solde disponible de notre compte. Faute de fonds, un remboursement reste en attente et échoue au bout de 45 jours.',
  empty: 'Rien à comparer pour le moment',
  emptyBody:
    'Aucun remboursement n’est en attente et le prestataire n’a pas encore communiqué le solde.',
  inCurrency: 'En {{currency}}',
  available: 'Disponible chez le prestataire',
  pending: 'Pas encore disponible',
  told: 'Solde communiqué le',
  due: 'Remboursements à envoyer',
  soon: 'Cautions susceptibles d’être rendues sous {{days}} jours',
  standing: {
    enough: {
      name: 'Fonds suffisants',
      todo: 'Les fonds couvrent les remboursements à envoyer et ceux des {{days}} prochains jours.',
    },
    short: {
      name: 'Fonds insuffisants',
      todo: 'Versez {{amount}} sur le compte ouvert chez le prestataire : cette somme couvre les remboursements à envoyer et ceux des {{days}} prochains jours.',
    },
    short_soon: {
      name: 'Fonds bientôt insuffisants',
      todo: 'Les fonds suffisent pour l’instant. Versez {{amount}} sur le compte ouvert chez le prestataire pour couvrir les {{days}} prochains jours.',
    },
    not_known: {
      name: 'Solde inconnu',
      todo: 'Le prestataire n’a pas communiqué le solde depuis plusieurs heures. Vérifiez que le service de fond fonctionne et qu’il peut le joindre.',
    },
  },
};
