/** Whose passport it is, by an officer's word (R32). */
export const passport = {
  title: 'Passeport',
  number: 'Numéro',
  standing: 'Titulaire',
  confirmed: 'Confirmé',
  unconfirmed: 'Pas encore confirmé',
  by: 'Par {{name}}, le {{day}}',
  renewals: 'Remplacé par',
  rivals: 'D’autres dossiers portent aussi ce passeport',
  warning: 'Attention',
  rivalConfirmed: 'Le passeport y est confirmé.',
  rivalClaims: 'Il n’y est pas confirmé.',
  statement:
    'Comparez le passeport, ou sa copie, avec les données ci-dessus. Les passages à la frontière ne comptent qu’avec un passeport que vous avez confirmé ; avant cela, aucune caution n’est demandée et aucun visa n’est délivré.',
  confirm: 'Confirmer le passeport',
  holdFirst: 'L’agent chargé du dossier confirme le passeport.',
  reassign: 'Attribuer le passeport à cette personne',
  reassignReason: 'Pourquoi ce passeport est-il le sien ?',
  reassignHint:
    'Il est confirmé dans un autre dossier. Une fois le passeport attribué ici, les passages de l’autre personne ne comptent plus : consultez d’abord son dossier. Votre motif est conservé.',
  renew: 'Enregistrer un nouveau passeport',
  part: {
    passport: 'Passeport de ce dossier',
    renewal: 'Nouveau passeport',
    other: 'Autre passeport de la même personne',
  },
  renewal: {
    title: 'Enregistrer un nouveau passeport',
    lead: 'Les passages avec le nouveau passeport compteront pour ce dossier. Un départ avec un autre passeport que celui de l’entrée reste à examiner par un agent.',
    reason: 'Pourquoi y a-t-il un autre passeport ?',
    number: 'Numéro du nouveau passeport',
    numberHint: 'Tel qu’il est imprimé. Ce doit être un passeport de ce pays : {{code}}.',
    expiresOn: 'Valable jusqu’au',
    expiresOnWhat: 'le dernier jour de validité du passeport',
    button: 'Enregistrer le passeport',
  },
  error: {
    reason: 'Choisissez pourquoi il y a un autre passeport',
    number: 'Saisissez le numéro du passeport : lettres de A à Z et chiffres',
    held_by_another_traveller:
      'Ce passeport est confirmé dans un autre dossier. Vérifiez le numéro',
    document_expired: 'Ce passeport a expiré. Saisissez-en un qui est valable',
  },
};
