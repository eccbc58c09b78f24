/** La page qui précède une décision : ce qui a été choisi, et tout ce que cela entraînera. */
export const confirm = {
  lead: 'Rien n’a encore été fait. Vérifiez votre choix et ce qu’il entraînera.',
  effects: 'Ce qui va se passer',
  change: 'Modifier',
  nothing: 'Ne rien faire et revenir au dossier',
  next: 'Continuer',
  from: 'Le dossier passe de « {{from}} » à « {{to}} ».',
  final: 'Vous ne pourrez pas revenir sur cette décision ici.',
  direct: {
    title: 'Confirmer la caution',
    amount: 'Montant',
    reason: 'Motif de ce montant',
    deadline: 'À verser au plus tard le',
    asked:
      'Le demandeur reçoit tout de suite un courriel qui lui demande {{amount}}, avec un lien vers la seule page où l’on peut payer.',
    lapses:
      'Si la caution n’est pas versée au plus tard le {{when}}, fin de la journée à {{city}}, le dossier expire de lui-même.',
    correctable: 'Vous pouvez corriger le montant tant que l’engagement n’est pas signé.',
    notYet: 'Rien n’est encore demandé au demandeur, qui n’est pas informé.',
    second:
      'Une deuxième personne, à la tête d’une section, doit approuver {{amount}}. Vous ne pouvez pas l’approuver.',
    waits: 'Pendant l’attente, personne ne peut refuser le visa ni demander un autre montant.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} au demandeur. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    declined: 'En cas de rejet, vous gardez le dossier, toujours en examen.',
    button: 'Demander la caution',
    propose: 'Soumettre à approbation',
  },
  refuse: {
    title: 'Confirmer le refus',
    told: 'Le demandeur reçoit un courriel annonçant une décision, et lit ce motif dans son dossier.',
    noMoney: 'Aucune caution n’a été demandée : aucun argent ne bouge.',
    passport: 'Le passeport est libéré : il peut servir à une nouvelle demande.',
    button: 'Refuser le visa',
  },
  visa: {
    told: 'Le demandeur reçoit un courriel annonçant que le visa est délivré.',
    held: 'La somme de {{amount}} reste détenue. Elle est rendue d’elle-même quand un départ à temps est enregistré, quand l’entrée est refusée ou quand le visa n’est jamais utilisé.',
    noBond: 'Aucune caution n’est détenue pour ce dossier.',
  },
  correct: {
    title: 'Corriger la caution',
    lead: 'Personne n’a encore signé pour cette caution : son montant peut être corrigé. La première décision est conservée.',
    now: 'Demandé actuellement',
    why: 'Motif de la correction',
    confirm: 'Confirmer la correction',
    asked:
      'Le demandeur reçoit tout de suite un courriel qui lui demande {{amount}} au lieu de {{before}} et lui annonce la correction.',
    stays:
      'Jusqu’à l’approbation par une deuxième personne, {{before}} restent demandés et peuvent être signés et versés. Une fois l’engagement signé, la correction ne peut qu’être rejetée.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} à la place. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    declined: 'En cas de rejet, le montant reste de {{before}}.',
    kept: 'La première décision reste dans l’historique, avec votre motif.',
    button: 'Corriger la caution',
    error: {
      reasonMissing: 'Choisissez le motif de la correction',
      same_terms:
        'Choisissez un autre montant ou un autre motif : c’est ce qui est demandé actuellement',
    },
  },
};
