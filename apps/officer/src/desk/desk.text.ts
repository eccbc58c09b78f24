import type { SameKeys } from '#web';

/** The desk and the names of its lists. */
export const en = {
  title: 'Work queues',
  more: '{{max}}+',
  takeNext: 'Take the next case',
  takeNextHelp: 'The case that has waited longest is assigned to you and its review starts.',
  consulate: 'Consulate',
  chooseConsulate: 'Select a consulate',
  consulateMissing: 'Select the consulate to take a case from',
  refused: { queue_empty: 'No cases are waiting at this consulate. Nothing was changed.' },
  work: 'Waiting work',
  empty: 'Nothing is waiting in: ',
  nothing: 'Your account has no work queues',
  nothingBody: 'Ask an administrator for the role you need.',
  mine: 'Cases assigned to you',
  mineNone: 'No cases are assigned to you',
  mineNoneBody: 'Take the next one, or open a case and assign it to yourself.',
  mineAll: 'All cases assigned to you',
  lists: {
    new: { name: 'New', why: 'Not assigned to anyone' },
    mine: { name: 'Mine', why: 'Assigned to you' },
    bond: { name: 'Awaiting bond', why: 'Waiting for the payer, or the deadline has passed' },
    visa: { name: 'Ready for visa', why: 'The bond is held' },
    travelling: { name: 'Travelling', why: 'Visa issued, before or during the stay' },
    approvals: { name: 'Approvals', why: 'Lower amounts and waivers, for a second person' },
    evidence: { name: 'Proof of departure', why: 'Sent by travellers, to check or to confirm' },
    stayFacts: {
      name: 'Stays',
      why: 'Longer stays, applications to stay, deaths: to decide or to confirm',
    },
    revocations: { name: 'Visas to cancel', why: 'Proposals that need a second person' },
    freezes: { name: 'Frozen cases', why: 'To lift, or frozen for over a month' },
    refunds: { name: 'Refund problems', why: 'They need a person, or are later than promised' },
    refundsPaused: { name: 'Refunds paused', why: 'No refund is being sent' },
    disputes: {
      name: 'Disputes to answer',
      why: 'Payments that a bank disputes, the nearest deadline first',
    },
    moneyShort: {
      name: 'Money for refunds',
      why: 'Currencies with too little money to send what is due',
    },
    differences: {
      name: 'Differences',
      why: 'What the processor and the books count differently',
    },
    waysClosing: {
      name: 'Deadlines for money',
      why: 'Money that soon cannot go back the way it came',
    },
    reversals: {
      name: 'Reversals',
      why: 'Money that left outside the portal: other refunds, disputes',
    },
    rescues: { name: 'Bank transfers', why: 'Bank accounts of payers, to propose or to approve' },
    suspense: { name: 'Suspense', why: 'Money of no bond, to decide or to approve' },
    movements: { name: 'Unmatched movements', why: 'Border records that need an officer' },
    imports: { name: 'Movements to confirm', why: 'Files and entries that need a second person' },
    matching: { name: 'Possible matches', why: 'Records close to a traveller’s passport or name' },
    ports: {
      name: 'Ports with incomplete records',
      why: 'Until then, nothing is decided on unused visas or missing departures',
    },
    breachReferred: { name: 'Referrals', why: 'Suspected breaches without a notice' },
    breachQuestions: { name: 'Questions', why: 'The time to reply is paused until you answer' },
    breachToDecide: { name: 'Breaches to decide', why: 'The time to reply is over' },
    breachProposed: { name: 'Breach decisions', why: 'Proposed by somebody else' },
    breachAppeals: { name: 'Appeals', why: 'Waiting for a decision' },
    breachAppealsProposed: { name: 'Appeal decisions', why: 'Proposed by somebody else' },
    borderProposals: {
      name: 'Border systems to confirm',
      why: 'Systems and keys that need a second person',
    },
    events: { name: 'Parked events', why: 'Processor events that could not be applied' },
    unfinished: { name: 'Unfinished work', why: 'Work that has been waiting for minutes' },
  },
} as const;

/** The desk and the names of its lists. */
export const fr: SameKeys<typeof en> = {
  title: 'Files de travail',
  more: '{{max}}+',
  takeNext: 'Prendre le dossier suivant',
  takeNextHelp:
    'Le dossier qui attend depuis le plus longtemps vous est attribué et son examen commence.',
  consulate: 'Consulat',
  chooseConsulate: 'Choisissez un consulat',
  consulateMissing: 'Choisissez le consulat dont vous prenez le dossier suivant',
  refused: { queue_empty: 'Aucun dossier n’attend dans ce consulat. Rien n’a été modifié.' },
  work: 'En attente',
  empty: 'Rien n’attend dans : ',
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
    approvals: {
      name: 'Approbations',
      why: 'Montants réduits et dispenses, pour une deuxième personne',
    },
    evidence: {
      name: 'Preuves de départ',
      why: 'Envoyées par des voyageurs, à vérifier ou à confirmer',
    },
    stayFacts: {
      name: 'Séjours',
      why: 'Prolongations, demandes de maintien, décès : à examiner ou à confirmer',
    },
    revocations: {
      name: 'Visas à annuler',
      why: 'Propositions qui exigent une deuxième personne',
    },
    freezes: { name: 'Dossiers gelés', why: 'Levée à décider, ou gel de plus d’un mois' },
    refunds: {
      name: 'Remboursements bloqués',
      why: 'Une personne doit intervenir, ou la date promise est dépassée',
    },
    refundsPaused: { name: 'Remboursements suspendus', why: 'Aucun remboursement ne part' },
    disputes: {
      name: 'Contestations à traiter',
      why: 'Paiements contestés par une banque, l’échéance la plus proche d’abord',
    },
    moneyShort: {
      name: 'Fonds pour rembourser',
      why: 'Devises dont le solde ne couvre pas les remboursements à envoyer',
    },
    differences: {
      name: 'Écarts',
      why: 'Sommes enregistrées différemment par le prestataire et dans nos comptes',
    },
    waysClosing: {
      name: 'Échéances des fonds',
      why: 'Sommes qui ne pourront bientôt plus être rendues par la voie d’origine',
    },
    reversals: {
      name: 'Remboursements externes et contestations',
      why: 'Sommes sorties hors du portail',
    },
    rescues: {
      name: 'Virements',
      why: 'Comptes bancaires de payeurs, à proposer ou à approuver',
    },
    suspense: {
      name: 'Compte d’attente',
      why: 'Sommes sans caution, à décider ou à approuver',
    },
    movements: {
      name: 'Passages non rattachés',
      why: 'Enregistrements de la frontière à examiner par un agent',
    },
    imports: {
      name: 'Passages à confirmer',
      why: 'Fichiers et saisies qui exigent une deuxième personne',
    },
    matching: {
      name: 'Rapprochements possibles',
      why: 'Enregistrements proches du passeport ou du nom d’un voyageur',
    },
    ports: {
      name: 'Points de passage aux relevés incomplets',
      why: 'D’ici là, rien n’est décidé sur les visas inutilisés et les départs manquants',
    },
    breachReferred: {
      name: 'Manquements transmis',
      why: 'Aucun avis n’est encore notifié',
    },
    breachQuestions: {
      name: 'Questions',
      why: 'Le délai est suspendu jusqu’à votre réponse',
    },
    breachToDecide: { name: 'Manquements à décider', why: 'Le délai d’observations est terminé' },
    breachProposed: {
      name: 'Décisions de manquement',
      why: 'Proposées par une autre personne',
    },
    breachAppeals: { name: 'Recours', why: 'En attente d’une décision' },
    breachAppealsProposed: {
      name: 'Décisions sur recours',
      why: 'Proposées par une autre personne',
    },
    borderProposals: {
      name: 'Systèmes frontaliers à confirmer',
      why: 'Systèmes et clés qui exigent une deuxième personne',
    },
    events: {
      name: 'Événements bloqués',
      why: 'Événements du prestataire impossibles à appliquer',
    },
    unfinished: { name: 'Tâches en retard', why: 'Elles attendent depuis plusieurs minutes' },
  },
};
