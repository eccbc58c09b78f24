export const reversals = {
  title: 'Remboursements externes',
  lead: 'Sommes remboursées hors du portail, par exemple depuis le tableau de bord du prestataire. Elles figurent déjà dans les comptes. Aucun visa n’est délivré et aucune somme n’est envoyée pour le dossier tant que deux personnes n’ont pas décidé.',
  tabs: 'Listes de remboursements externes',
  tab: { open: 'À régler', all: 'Tous' },
  reference: 'Dossier',
  noCase: 'Aucun dossier',
  state: 'État',
  amount: 'Montant',
  money: 'Où se trouve la somme',
  since: 'Connu depuis',
  look: 'Examiner',
  lookAt: 'Examiner le remboursement externe de {{amount}} ({{reference}})',
  where: {
    waiting: 'Encore chez le prestataire',
    left: 'Envoyée par le prestataire',
    back: 'Revenue chez le prestataire',
  },
  empty: 'Aucun remboursement externe',
  emptyBody:
    'Pour chaque paiement, la somme restée chez le prestataire est celle que nous détenons.',
  one: {
    title: 'Remboursement externe de {{amount}}',
    lead: 'Cette somme a été remboursée sans demande de notre part. Avant de décider, recherchez qui a fait ce remboursement chez le prestataire, et pourquoi.',
    object: 'Remboursement chez le prestataire',
    payment: 'Paiement chez le prestataire',
    outcome: 'Suite proposée',
    proposedBy: 'Proposé par',
    approvedBy: 'Approuvé par',
    nobodyYet: 'Personne pour l’instant',
    act: 'Ce que vous pouvez faire',
    approve: 'Approuver',
    decline: 'Retirer la proposition',
    anotherApproves:
      'Vous l’avez proposé. Une deuxième personne de la trésorerie doit l’approuver.',
    notYours: 'La trésorerie décide. Votre rôle ne permet pas d’agir.',
    nothing: 'Rien : c’est réglé, ou sur le point de l’être.',
  },
  outcome: {
    accepted: {
      name: 'La personne qui a payé a reçu cette somme',
      effect:
        'La somme compte comme remboursée. Le reste de la caution suit son cours, et ce qui était arrêté reprend.',
      propose: 'Proposer : somme déjà remboursée',
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
      'La somme est encore chez le prestataire. Il n’y a rien à décider avant son départ ou son retour.',
    attempt_under_way:
      'Une de nos tentatives de remboursement est en cours. Attendez que le prestataire en indique le résultat.',
    wrong_state:
      'La situation a changé depuis l’ouverture de la page : vérifiez-la de nouveau. Rien n’a été modifié.',
    outcome_not_possible: 'Cette suite n’est plus possible. Rien n’a été modifié.',
    same_person:
      'Vous l’avez proposé. Une deuxième personne doit l’approuver. Rien n’a été modifié.',
  },
};
