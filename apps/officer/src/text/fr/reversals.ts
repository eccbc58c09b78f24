export const reversals = {
  title: 'Remboursements externes et contestations',
  lead: 'Sommes sorties d’un paiement hors du portail : remboursement fait depuis le tableau de bord du prestataire, ou contestation par la banque du payeur. Elles figurent déjà dans les comptes. Aucun visa n’est délivré et aucune somme n’est envoyée pour le dossier tant que l’argent n’est pas revenu ou que deux personnes n’ont pas décidé.',
  tabs: 'Listes de remboursements externes et de contestations',
  tab: { open: 'À régler', all: 'Tous' },
  reference: 'Dossier',
  noCase: 'Aucun dossier',
  state: 'État',
  amount: 'Montant',
  money: 'Où se trouve la somme',
  kind: 'Nature',
  kinds: { refund: 'Remboursement externe', dispute: 'Contestation' },
  since: 'Connu depuis',
  look: 'Examiner',
  lookAt: 'Examiner la sortie de {{amount}} ({{reference}})',
  where: {
    waiting: 'Encore chez le prestataire',
    withdrawn: 'Retirée pendant la contestation',
    left: 'Envoyée par le prestataire',
    back: 'Revenue chez le prestataire',
  },
  empty: 'Aucun remboursement externe ni contestation',
  emptyBody:
    'Pour chaque paiement, la somme restée chez le prestataire est celle que nous détenons.',
  one: {
    title: 'Sortie de {{amount}} hors du portail',
    lead: {
      refund:
        'Cette somme a été remboursée sans demande de notre part. Avant de décider, recherchez qui a fait ce remboursement chez le prestataire, et pourquoi.',
      dispute:
        'La banque du payeur conteste ce paiement, et le prestataire retire la somme jusqu’à la décision. Répondez à la contestation chez le prestataire dans le délai. Si elle est gagnée, l’argent revient et tout reprend automatiquement. Si elle est perdue, deux personnes décident ici.',
    },
    object: 'Référence chez le prestataire',
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
    cameBackTo: {
      bond: 'L’argent est revenu après le règlement. La caution le détient de nouveau : il n’y a rien à faire.',
      refund:
        'L’argent est revenu après le règlement et est de nouveau dû au payeur. Une nouvelle tentative attend dans « Remboursements » : recherchez pourquoi la première n’est pas arrivée, puis approuvez-la.',
      operator:
        'L’argent est revenu après le règlement. L’opérateur avait supporté cette perte et la récupère : il n’y a rien à faire.',
      suspense:
        'L’argent est revenu après le règlement, alors que la caution ne pouvait plus le recevoir. Il est sur le compte d’attente et dû au payeur : recherchez par quel moyen le lui rendre.',
    },
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
    dispute_undecided:
      'La contestation n’est pas encore décidée. Il n’y aura à décider ici que si elle est perdue.',
    disbursement_under_way:
      'Une de nos tentatives de remboursement est en cours. Attendez que le prestataire en indique le résultat.',
    wrong_state:
      'La situation a changé depuis l’ouverture de la page : vérifiez-la de nouveau. Rien n’a été modifié.',
    outcome_not_possible: 'Cette suite n’est plus possible. Rien n’a été modifié.',
    same_person:
      'Vous l’avez proposé. Une deuxième personne doit l’approuver. Rien n’a été modifié.',
  },
};
