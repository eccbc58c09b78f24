import type { SameKeys } from '#web';

/** Money that belongs to no bond: the list, and one of them. */
export const en = {
  title: 'Suspense',
  lead: 'Money we have received that is not matched to a bond. It is returned automatically if the bond certainly does not need it. Otherwise the treasury decides.',
  tabs: 'Lists of money in suspense',
  tab: { to_decide: 'To decide', all: 'All' },
  amount: 'Amount',
  reserved: 'Being returned',
  since: 'Since',
  why: 'Why',
  payment: 'Payment at the processor',
  reference: 'Paid for case',
  none: 'Not known',
  stands: 'Decision',
  undecided: 'To decide',
  keptUntil: 'In suspense until {{day}}',
  holder: 'Assigned to',
  look: 'View',
  lookAt: 'View {{amount}} of {{day}}',
  reasons: {
    unknown_payment: 'Not paid on one of our payment pages',
    bond_over: 'Late: the bond had lapsed or was withdrawn',
    bond_has_enough: 'Surplus: the bond had already been paid',
    not_in_full: 'Short: less than the bond',
    other_currency: 'Not in the currency of the bond',
    more_than_asked: 'Surplus: more than the bond',
    not_used: 'Bank transfer that came late or not in full: goes back',
    bears_a_loss: 'The operator has a loss on this bond, so it cannot take new money',
    came_back: 'Came back after a reversal was settled: owed to the payer again',
  },
  empty: 'No money in suspense',
  emptyBody: 'Every payment has been matched to its bond or returned.',
  emptyToDecide: 'Nothing to decide',
  emptyToDecideBody:
    'What stays in suspense for longer or is being returned is in the list of all.',
  done: {
    taken: 'This is assigned to you.',
    released: 'This is no longer assigned to anyone.',
    proposed: 'Your proposal is waiting for a second person in the treasury.',
    approved: 'The decision is being carried out.',
    declined: 'The proposal was declined. The money stays in suspense.',
    kept: 'The money stays in suspense.',
  },
  refused: {
    taken_by_another:
      'Somebody else has taken this. Ask them, or release it first. Nothing was changed.',
    nobody_has_it: 'This is not assigned to anyone. Nothing was changed.',
    already_open: 'There is already a proposal for this money. Nothing was changed.',
    nothing_free:
      'There is nothing to decide: the money has gone, or is being returned. Nothing was changed.',
    case_frozen: 'The case is frozen. Two people must lift the freeze first. Nothing was changed.',
    money_left_elsewhere:
      'A part of this payment has left outside the portal, or may leave. Settle that first, in Reversals. Nothing was changed.',
    amount_changed:
      'The amount has changed since this was shown. Check it again. Nothing was changed.',
    no_such_bond: 'Enter the reference of a case with a bond',
    no_such_payment: 'There is no such payment. Nothing was changed.',
    bond_lapsed:
      'The bond of this case has lapsed. An officer must reopen the case first. Nothing was changed.',
    bond_not_waiting: 'The bond of this case is not waiting for money. Nothing was changed.',
    not_signed: 'The payer of this bond must sign the undertaking first. Nothing was changed.',
    other_currency: 'The money is not in the currency of this bond. Nothing was changed.',
    not_enough:
      'The money is less than this bond. A bond is posted in full, by one payment. Nothing was changed.',
    bears_a_loss:
      'The operator has a loss on this bond, so it cannot take new money. Nothing was changed.',
    wrong_state: 'This proposal has already been answered. Nothing was changed.',
    same_person: 'You proposed it. A second person must approve it. Nothing was changed.',
  },
} as const;

/** Money that belongs to no bond: the list, and one of them. */
export const fr: SameKeys<typeof en> = {
  title: 'Compte d’attente',
  lead: 'Sommes reçues qui ne sont rattachées à aucune caution. Celles dont la caution n’a certainement pas besoin sont remboursées automatiquement. Pour les autres, la trésorerie décide.',
  tabs: 'Listes du compte d’attente',
  tab: { to_decide: 'À décider', all: 'Toutes' },
  amount: 'Montant',
  reserved: 'En cours de remboursement',
  since: 'Depuis',
  why: 'Pourquoi',
  payment: 'Paiement chez le prestataire',
  reference: 'Payé pour le dossier',
  none: 'Inconnu',
  stands: 'Décision',
  undecided: 'À décider',
  keptUntil: 'En attente jusqu’au {{day}}',
  holder: 'Attribué à',
  look: 'Examiner',
  lookAt: 'Examiner {{amount}} du {{day}}',
  reasons: {
    unknown_payment: 'Payé hors de nos pages de paiement',
    bond_over: 'En retard : la caution était caduque ou retirée',
    bond_has_enough: 'En trop : la caution était déjà versée',
    not_in_full: 'Insuffisant : moins que le montant de la caution',
    other_currency: 'Pas dans la devise de la caution',
    more_than_asked: 'En trop : plus que le montant de la caution',
    not_used: 'Virement tardif ou incomplet : à rendre',
    bears_a_loss: 'L’exploitant supporte une perte sur cette caution, qui ne reçoit plus d’argent',
    came_back: 'Revenu après règlement d’un retour : de nouveau dû au payeur',
  },
  empty: 'Aucune somme en attente',
  emptyBody: 'Chaque paiement est rattaché à sa caution ou remboursé.',
  emptyToDecide: 'Rien à décider',
  emptyToDecideBody:
    'Les sommes laissées en attente ou en cours de remboursement figurent dans la liste complète.',
  done: {
    taken: 'Cette somme vous est attribuée.',
    released: 'Cette somme n’est plus attribuée.',
    proposed: 'Votre proposition attend une autre personne de la trésorerie.',
    approved: 'La décision est en cours d’exécution.',
    declined: 'La proposition est écartée. La somme reste sur le compte d’attente.',
    kept: 'La somme reste sur le compte d’attente.',
  },
  refused: {
    taken_by_another:
      'Une autre personne s’en occupe. Adressez-vous à elle, ou libérez d’abord cette somme. Rien n’a été modifié.',
    nobody_has_it: 'Cette somme n’est attribuée à personne. Rien n’a été modifié.',
    already_open: 'Une proposition est déjà en cours pour cette somme. Rien n’a été modifié.',
    nothing_free:
      'Il n’y a rien à décider : la somme est partie ou en cours de remboursement. Rien n’a été modifié.',
    case_frozen:
      'Le dossier est gelé : deux personnes doivent d’abord lever le gel. Rien n’a été modifié.',
    money_left_elsewhere:
      'Une partie de ce paiement est sortie hors du portail, ou va sortir. Réglez d’abord ce point, dans « Remboursements externes et contestations ». Rien n’a été modifié.',
    amount_changed: 'Le montant a changé depuis l’affichage : vérifiez-le. Rien n’a été modifié.',
    no_such_bond: 'Saisissez la référence d’un dossier avec caution',
    no_such_payment: 'Ce paiement n’existe pas. Rien n’a été modifié.',
    bond_lapsed:
      'La caution de ce dossier est caduque. Un agent doit d’abord rouvrir le dossier. Rien n’a été modifié.',
    bond_not_waiting: 'La caution de ce dossier n’attend pas de versement. Rien n’a été modifié.',
    not_signed:
      'Le payeur de cette caution doit d’abord signer l’engagement. Rien n’a été modifié.',
    other_currency: 'La somme n’est pas dans la devise de cette caution. Rien n’a été modifié.',
    not_enough:
      'La somme est inférieure à cette caution. Une caution est versée en totalité, en un seul paiement. Rien n’a été modifié.',
    bears_a_loss:
      'L’exploitant supporte une perte sur cette caution, qui ne reçoit plus d’argent. Rien n’a été modifié.',
    wrong_state: 'Cette proposition a déjà reçu une réponse. Rien n’a été modifié.',
    same_person:
      'Vous l’avez proposé. Une deuxième personne doit l’approuver. Rien n’a été modifié.',
  },
};
