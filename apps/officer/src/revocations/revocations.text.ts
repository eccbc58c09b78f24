import type { SameKeys } from '#web';

/** Visas cancelled before they were used. */
export const en = {
  title: 'Visas to cancel',
  lead: 'Cancelling a visa needs two people, because the bond is then refunded. The person who proposes it cannot approve it.',
  none: 'No visa is waiting to be cancelled',
  noneBody: 'A proposal appears here when an officer proposes to cancel a visa.',
  one: 'Cancel the visa of {{reference}}',
  reason: 'Reason',
  approve: 'Approve and cancel the visa',
  takeBack: 'Withdraw the proposal',
  noRight: 'Your role can propose to cancel a visa but not approve it. A head of section decides.',
  propose: {
    title: 'Cancel the visa',
    lead: 'Only for a visa that has not been used. If the traveller gives it back, mark it as cancelled in the passport first.',
  },
  confirm: {
    title: 'Confirm the proposal',
    second: 'A head of section must approve this. You cannot approve it yourself.',
    then: 'Nothing changes before that. If it is approved:',
  },
  effects: {
    told: 'The applicant is sent an email saying that the visa is no longer valid.',
    closed: 'The case is closed.',
    bond: '{{amount}} is refunded in full, automatically, to the person who paid it.',
  },
  error: { reasonMissing: 'Select the reason for cancelling the visa' },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Visas à annuler',
  lead: 'L’annulation d’un visa exige deux personnes, car la caution est ensuite remboursée. La personne qui la propose ne peut pas l’approuver.',
  none: 'Aucun visa à annuler',
  noneBody: 'Une proposition apparaît ici quand un agent propose d’annuler un visa.',
  one: 'Annuler le visa du dossier {{reference}}',
  reason: 'Motif',
  approve: 'Approuver et annuler le visa',
  takeBack: 'Retirer la proposition',
  noRight:
    'Votre rôle permet de proposer l’annulation mais pas de l’approuver. La décision revient à la direction de la section.',
  propose: {
    title: 'Annuler le visa',
    lead: 'Uniquement pour un visa qui n’a pas servi. Si le voyageur y renonce, apposez d’abord la mention d’annulation dans le passeport.',
  },
  confirm: {
    title: 'Confirmer la proposition',
    second:
      'Une personne de la direction de la section doit approuver. Vous ne pouvez pas approuver vous-même.',
    then: 'D’ici là, rien ne change. En cas d’approbation :',
  },
  effects: {
    told: 'Le demandeur reçoit un courriel annonçant que le visa n’est plus valable.',
    closed: 'Le dossier est clos.',
    bond: 'La somme de {{amount}} est remboursée automatiquement et en totalité à la personne qui l’a versée.',
  },
  error: { reasonMissing: 'Choisissez le motif de l’annulation' },
};
