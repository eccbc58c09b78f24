export const refusal = {
  title: 'La décision',
  why: 'Motif',
  when: 'Décision du',
  remedy: 'Ce que vous pouvez faire',
  reason: {
    purpose_not_shown: 'Vous n’avez pas justifié le motif de votre voyage.',
    means_not_shown: 'Vous n’avez pas justifié de moyens suffisants pour votre séjour.',
    return_not_shown: 'Vous n’avez pas justifié votre intention de repartir à la fin du séjour.',
    documents_missing: 'Des pièces nécessaires à l’examen manquaient.',
    documents_not_genuine: 'Des pièces de votre demande ne sont pas authentiques.',
    earlier_overstay: 'Un de vos séjours précédents a dépassé la durée autorisée.',
    security: 'Le visa est refusé pour des raisons de sécurité.',
  },
  help: {
    purpose_not_shown:
      'Faites une nouvelle demande avec des justificatifs : une invitation, une réservation ou une lettre de l’entreprise visitée.',
    means_not_shown:
      'Faites une nouvelle demande avec des justificatifs : relevés bancaires des trois derniers mois ou lettre de la personne qui vous prend en charge.',
    return_not_shown:
      'Faites une nouvelle demande avec des justificatifs : un billet de retour et la preuve de votre emploi, de vos études ou de vos attaches familiales.',
    documents_missing:
      'Demandez au consulat quelles pièces manquaient et faites une nouvelle demande quand vous les avez toutes.',
    documents_not_genuine:
      'Si vous pensez qu’il s’agit d’une erreur, écrivez au consulat en joignant les originaux.',
    earlier_overstay:
      'Si votre départ a eu lieu dans les délais, faites une nouvelle demande avec une preuve : carte d’embarquement ou cachet du passeport.',
    security: 'Le consulat ne peut pas en dire plus. Vous pouvez lui écrire.',
  },
  again: 'Faire une nouvelle demande',
  againBody:
    'Vous pouvez faire une nouvelle demande à tout moment. C’est un nouveau dossier, avec un nouveau formulaire. Un refus seul ne joue pas contre vous.',
  againButton: 'Ouvrir un nouveau dossier',
  againLater:
    'Le programme n’accepte pas de nouvelle demande actuellement. Vous pourrez en faire une quand il rouvrira.',
  bondBack:
    'La caution sera remboursée en totalité à la personne qui l’a versée. Suivez le remboursement ci-dessous.',
};
