/** The desk and the names of its lists. */
export const desk = {
  title: 'Files de travail',
  more: '{{max}}+',
  takeNext: 'Prendre le dossier suivant',
  takeNextHelp:
    'Le dossier qui attend depuis le plus longtemps vous est attribué et son examen commence.',
  office: 'Consulat',
  chooseOffice: 'Choisissez un consulat',
  officeMissing: 'Choisissez le consulat dont vous prenez le dossier suivant',
  refused: { queue_empty: 'Aucun dossier n’attend dans ce consulat. Rien n’a été modifié.' },
  work: 'En attente',
  nothing: 'Votre compte n’a aucune file de travail',
  nothingBody: 'Demandez le rôle nécessaire à l’administration du portail.',
  mine: 'Dossiers qui vous sont attribués',
  mineNone: 'Aucun dossier ne vous est attribué',
  mineNoneBody: 'Prenez le dossier suivant, ou ouvrez-en un et attribuez-le-vous.',
  mineAll: 'Tous les dossiers qui vous sont attribués',
  lists: {
    new: { name: 'Nouveaux', why: 'Non attribués' },
    mine: { name: 'Les miens', why: 'Ils vous sont attribués' },
    bond: {
      name: 'En attente de caution',
      why: 'Versement attendu, ou délai dépassé',
    },
    visa: { name: 'Prêts pour le visa', why: 'La caution est détenue' },
    travelling: { name: 'En voyage', why: 'Visa délivré, avant ou pendant le séjour' },
    approvals: { name: 'Approbations', why: 'Montants réduits qui exigent une deuxième personne' },
    refunds: {
      name: 'Remboursements bloqués',
      why: 'Une personne doit intervenir, ou la date promise est dépassée',
    },
    reversals: {
      name: 'Remboursements externes et contestations',
      why: 'Sommes sorties hors du portail',
    },
    suspense: { name: 'Compte d’attente', why: 'Sommes non rattachées à une caution' },
    movements: {
      name: 'Passages non rattachés',
      why: 'Enregistrements de la frontière à examiner par un agent',
    },
    events: {
      name: 'Événements bloqués',
      why: 'Événements du prestataire impossibles à appliquer',
    },
    unfinished: { name: 'Tâches en retard', why: 'Elles attendent depuis plusieurs minutes' },
  },
};
