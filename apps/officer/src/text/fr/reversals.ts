export const reversals = {
  title: 'Remboursements externes',
  lead: 'Argent d’un paiement sorti chez le prestataire sans passer par nous, par exemple un remboursement fait dans son tableau de bord. Il est déjà dans les comptes. Aucun visa n’est délivré et rien n’est envoyé pour ce dossier tant que deux personnes n’ont pas décidé.',
  tabs: 'Listes de remboursements externes',
  tab: { open: 'À régler', all: 'Tous' },
  reference: 'Dossier',
  noCase: 'N’appartient à aucun dossier',
  state: 'État',
  amount: 'Montant',
  money: 'L’argent',
  since: 'Connu depuis',
  look: 'Examiner',
  lookAt: 'Examiner le remboursement externe de {{amount}} ({{reference}})',
  where: {
    waiting: 'N’est pas encore sorti',
    left: 'Est sorti chez le prestataire',
    back: 'Est revenu',
  },
  empty: 'Aucun remboursement externe ici',
  emptyBody: 'Ce qui reste de chaque paiement chez le prestataire est ce que nous détenons.',
  one: {
    title: 'Remboursement externe de {{amount}}',
    lead: 'Cet argent est sorti chez le prestataire sans demande de notre part. Avant de décider, cherchez qui a fait ce remboursement, et pourquoi.',
    object: 'Remboursement chez le prestataire',
    payment: 'Paiement chez le prestataire',
    outcome: 'Suite proposée',
    proposedBy: 'Proposé par',
    approvedBy: 'Approuvé par',
    nobodyYet: 'Personne pour l’instant',
    act: 'Ce que vous pouvez faire',
    approve: 'Approuver',
    decline: 'Retirer la proposition',
    anotherApproves: 'Vous l’avez proposé. Une autre personne de la trésorerie l’approuve.',
    notYours: 'La trésorerie décide. Votre rôle n’y a pas de part.',
    nothing: 'Rien : c’est réglé, ou sur le point de l’être.',
  },
  outcome: {
    accepted: {
      name: 'Cet argent est revenu à qui a payé',
      effect:
        'La somme compte comme rendue. Ce qui reste de la caution suit son cours, et ce qui était arrêté reprend.',
      propose: 'Proposer : somme déjà rendue',
    },
    post_again: {
      name: 'La caution est à verser de nouveau',
      effect:
        'Il ne reste rien de la caution. Le dossier attend un nouveau versement, le payeur est prévenu et le délai recommence.',
      propose: 'Proposer : verser de nouveau la caution',
    },
  },
  done: {
    propose: 'Votre proposition attend une autre personne de la trésorerie.',
    approve: 'C’est approuvé et en cours d’exécution.',
    decline: 'La proposition est retirée.',
  },
  refused: {
    money_has_not_left:
      'L’argent n’est pas encore sorti chez le prestataire. Il n’y a rien à décider avant sa sortie ou son retour.',
    attempt_under_way:
      'Un de nos essais de remboursement est en cours. Attendez que le prestataire dise comment il s’est terminé.',
    wrong_state: 'La situation a changé : examinez-la de nouveau. Rien n’a été modifié.',
    outcome_not_possible: 'Cette suite n’est plus possible. Rien n’a été modifié.',
    same_person: 'Vous l’avez proposé. Une autre personne doit l’approuver. Rien n’a été modifié.',
  },
};
