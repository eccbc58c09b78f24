import type { SameKeys } from '#web';

export const en = {
  title: 'Suspense',
  lead: 'Money we have received that is not matched to a bond. It is returned, or a person matches it to one.',
  amount: 'Amount',
  reserved: 'Being returned',
  since: 'Since',
  why: 'Why',
  payment: 'Payment at the processor',
  reference: 'Paid for case',
  none: 'Not known',
  reasons: {
    unknown_payment: 'Not paid on one of our payment pages',
    bond_over: 'Late: the bond had lapsed or was withdrawn',
    bond_has_enough: 'Surplus: the bond had already been paid',
    not_in_full: 'Short: less than the bond',
    other_currency: 'Not in the currency of the bond',
    more_than_asked: 'Surplus: more than the bond',
    bears_a_loss: 'The operator has a loss on this bond, so it cannot take new money',
    came_back: 'Came back after a reversal was settled: owed to the payer again',
  },
  empty: 'No money in suspense',
  emptyBody: 'Every payment has been matched to its bond or returned.',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Compte d’attente',
  lead: 'Sommes reçues qui ne sont rattachées à aucune caution. Elles sont remboursées, ou une personne les rattache à une caution.',
  amount: 'Montant',
  reserved: 'En cours de remboursement',
  since: 'Depuis',
  why: 'Pourquoi',
  payment: 'Paiement chez le prestataire',
  reference: 'Payé pour le dossier',
  none: 'Inconnu',
  reasons: {
    unknown_payment: 'Payé hors de nos pages de paiement',
    bond_over: 'En retard : la caution était caduque ou retirée',
    bond_has_enough: 'En trop : la caution était déjà versée',
    not_in_full: 'Insuffisant : moins que le montant de la caution',
    other_currency: 'Pas dans la devise de la caution',
    more_than_asked: 'En trop : plus que le montant de la caution',
    bears_a_loss: 'L’exploitant supporte une perte sur cette caution, qui ne reçoit plus d’argent',
    came_back: 'Revenu après règlement d’un retour : de nouveau dû au payeur',
  },
  empty: 'Aucune somme en attente',
  emptyBody: 'Chaque paiement est rattaché à sa caution ou remboursé.',
};
