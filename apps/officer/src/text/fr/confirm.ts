/** La page qui précède une décision : ce qui a été choisi, et tout ce que cela entraînera. */
export const confirm = {
  lead: 'Rien n’a encore été fait. Vérifiez votre choix et ce qu’il entraînera.',
  effects: 'Ce qui va se passer',
  change: 'Modifier',
  nothing: 'Ne rien faire et revenir au dossier',
  next: 'Continuer',
  from: 'Le dossier passe de « {{from}} » à « {{to}} ».',
  final: 'Vous ne pourrez pas revenir sur cette décision.',
  direct: {
    title: 'Confirmer la caution',
    amount: 'Montant',
    reason: 'Motif de ce montant',
    deadline: 'À verser au plus tard le',
    asked:
      'Le demandeur reçoit immédiatement un courriel qui lui demande {{amount}}, avec un lien vers la seule page où la caution peut être versée.',
    lapses:
      'Si la caution n’est pas versée au plus tard le {{when}}, fin de la journée à {{city}}, le dossier devient automatiquement caduc.',
    correctable: 'Vous pouvez corriger le montant tant que l’engagement n’est pas signé.',
    notYet: 'Le demandeur n’est pas encore informé et n’a rien à faire.',
    second:
      'Une deuxième personne, de la direction de la section, doit approuver {{amount}}. Vous ne pouvez pas l’approuver vous-même.',
    waits: 'Pendant l’attente, personne ne peut refuser le visa ni demander un autre montant.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} au demandeur. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    declined: 'En cas de rejet, le dossier vous reste attribué, en cours d’examen.',
    button: 'Demander la caution',
    propose: 'Soumettre à approbation',
  },
  refuse: {
    title: 'Confirmer le refus',
    told: 'Le demandeur reçoit un courriel annonçant une décision et peut lire ce motif dans son dossier.',
    noMoney: 'Aucune caution n’a été demandée : aucune somme n’est en jeu.',
    passport: 'Le passeport est libéré : il peut servir à une nouvelle demande.',
    button: 'Refuser le visa',
  },
  visa: {
    told: 'Le demandeur reçoit un courriel annonçant que le visa est délivré.',
    held: 'La somme de {{amount}} reste détenue. Elle est remboursée automatiquement si un départ dans les délais est enregistré, si l’entrée est refusée ou si le visa n’est jamais utilisé.',
    noBond: 'Aucune caution n’est détenue pour ce dossier.',
  },
  correct: {
    title: 'Corriger la caution',
    lead: 'L’engagement n’est pas encore signé : vous pouvez corriger le montant. La demande de caution précédente est conservée.',
    now: 'Montant actuel',
    why: 'Motif de la correction',
    confirm: 'Confirmer la correction',
    asked:
      'Le demandeur reçoit immédiatement un courriel qui lui annonce la correction et lui demande {{amount}} au lieu de {{before}}.',
    stays:
      'Jusqu’à l’approbation par une deuxième personne, le montant reste de {{before}} : le demandeur peut signer l’engagement et verser la caution. Une fois l’engagement signé, la correction ne peut qu’être rejetée.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} au demandeur. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    declined: 'En cas de rejet, le montant reste de {{before}}.',
    kept: 'La demande de caution précédente reste dans l’historique, avec votre motif.',
    button: 'Corriger la caution',
    error: {
      reasonMissing: 'Choisissez le motif de la correction',
      same_terms: 'Choisissez un autre montant ou un autre motif : c’est déjà la caution demandée',
    },
  },
};
