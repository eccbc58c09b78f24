/** The desk and the names of its lists. */
export const desk = {
  title: 'Votre bureau',
  more: '{{max}}+',
  takeNext: 'Prendre le dossier suivant',
  takeNextHelp:
    'Le dossier qui attend depuis le plus longtemps vous revient et son examen commence.',
  office: 'Consulat',
  chooseOffice: 'Choisissez un consulat',
  officeMissing: 'Choisissez le consulat dont vous prenez le dossier suivant',
  refused: { queue_empty: 'Aucun dossier n’attend dans ce consulat. Rien n’a été changé.' },
  work: 'Ce qui attend',
  nothing: 'Votre compte n’a aucune liste de travail',
  nothingBody: 'Demandez à un administrateur le rôle qu’il vous faut.',
  mine: 'Dossiers que vous tenez',
  mineNone: 'Vous ne tenez aucun dossier',
  mineNoneBody: 'Prenez le suivant, ou ouvrez un dossier et attribuez-le-vous.',
  mineAll: 'Tous les dossiers que vous tenez',
  lists: {
    new: { name: 'Nouveaux', why: 'Personne ne les a pris' },
    mine: { name: 'Les miens', why: 'Vous les tenez' },
    bond: {
      name: 'En attente de caution',
      why: 'Au payeur d’agir, ou il a laissé passer le délai',
    },
    visa: { name: 'Prêts pour le visa', why: 'La caution est détenue' },
    travelling: { name: 'En voyage', why: 'Avec un visa, en route ou dans le pays' },
    approvals: { name: 'Approbations', why: 'Montants réduits qui exigent une deuxième personne' },
    refunds: {
      name: 'Remboursements bloqués',
      why: 'Aucune règle ne les fait avancer, ou la promesse est rompue',
    },
    reversals: {
      name: 'Remboursements externes',
      why: 'Argent sorti sans nous : deux personnes décident',
    },
    suspense: { name: 'Compte d’attente', why: 'Argent qui n’appartient à aucune caution' },
    movements: {
      name: 'Passages non rattachés',
      why: 'Relevés de frontière sans voyageur ou sans règle',
    },
    events: {
      name: 'Événements en souffrance',
      why: 'Nouvelles du prestataire que personne n’a pu appliquer',
    },
  },
};
