import type { SameKeys } from '#web';

export const en = {
  direct: {
    title: 'Direct a bond',
    lead: 'Direct a bond only if the applicant is otherwise eligible. Posting it does not guarantee a visa.',
    tier: 'Amount of the bond',
    usual: 'Usual amount. The applicant is asked immediately.',
    lower: 'Less than usual. Needs a reason and approval by a second person.',
    higher: 'More than usual. Needs a reason. The applicant is asked immediately.',
    noBond: 'No bond',
    waived: 'The bond is waived. Needs a reason and approval by a second person.',
    reason: 'Reason for a different amount',
    reasonHint: 'Leave empty for the usual amount.',
    noReason: 'No reason: usual amount',
  },
  information: {
    title: 'Ask the applicant for information',
    lead_one:
      'The applicant has {{count}} day to answer in words or with files, and is reminded before it ends. The case then comes back to you, with the answer or without one. The portal never refuses for you.',
    lead_other:
      'The applicant has {{count}} days to answer in words or with files, and is reminded before they end. The case then comes back to you, with the answer or without one. The portal never refuses for you.',
    reason: 'Why do you ask?',
    text: 'What do you need?',
    textHint:
      'The applicant reads this on the portal. The email only says that there is something to read.',
    button: 'Ask the applicant',
    reasonMissing: 'Select why you ask',
    textMissing: 'Say what you need',
    long: 'What you ask must be 2,000 characters or fewer',
  },
  refuse: {
    title: 'Refuse the visa',
    lead: 'No bond has been directed, so no money moves.',
    bondBack:
      '{{amount}} is held. It is refunded in full, automatically, to the person who paid it.',
    reason: 'Reason',
  },
  visa: {
    title: 'Issue the visa',
    lead: 'Check what the visa will say before you issue it.',
    traveller: 'Traveller',
    validity: 'Entry between',
    range: '{{from}} and {{until}}',
    entries: 'Entries',
    stay: 'Stay',
    leaveBy: 'Leave by',
    leaveByRule:
      'The day the border authorises at admission. Without one, {{count}} days after admission.',
    ports: 'Enter and leave through',
    port: '{{name}} ({{code}})',
    noPorts: 'No port is listed today. Departures must be proved by evidence.',
    bond: 'Bond',
    bondHeld: '{{amount}}, held',
    button: 'Issue the visa',
  },
  cancel: 'Back to the case',
  error: {
    tierMissing: 'Select the amount of the bond',
    unknown_tier: 'Select one of the amounts of this programme',
    reason_needed: 'Select a reason, because this is not the usual amount',
    unknown_reason:
      'This reason does not fit the amount. Select no reason for the usual amount, or one that explains the different amount',
    reasonMissing: 'Select the reason for refusal',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  direct: {
    title: 'Demander une caution',
    lead: 'Demandez une caution seulement si le demandeur remplit les autres conditions. La verser ne garantit pas le visa.',
    tier: 'Montant de la caution',
    usual: 'Montant habituel. Il est demandé immédiatement.',
    lower: 'Montant inférieur. Il exige un motif et l’approbation d’une deuxième personne.',
    higher: 'Montant supérieur. Il exige un motif. Il est demandé immédiatement.',
    noBond: 'Sans caution',
    waived: 'Dispense de caution. Elle exige un motif et l’approbation d’une deuxième personne.',
    reason: 'Motif d’un montant différent',
    reasonHint: 'Laissez ce champ vide pour le montant habituel.',
    noReason: 'Aucun motif : montant habituel',
  },
  information: {
    title: 'Demander des informations au demandeur',
    lead_one:
      'Le demandeur a {{count}} jour pour répondre par écrit ou par des fichiers, et reçoit un rappel avant la fin. Le dossier vous revient ensuite, avec ou sans réponse. Le silence ne vaut pas refus.',
    lead_other:
      'Le demandeur a {{count}} jours pour répondre par écrit ou par des fichiers, et reçoit un rappel avant la fin. Le dossier vous revient ensuite, avec ou sans réponse. Le silence ne vaut pas refus.',
    reason: 'Pourquoi cette demande ?',
    text: 'Que vous faut-il ?',
    textHint:
      'Le demandeur lit ce texte sur le portail. Le courriel annonce seulement une information à lire.',
    button: 'Envoyer la demande',
    reasonMissing: 'Choisissez le motif de la demande',
    textMissing: 'Précisez ce qu’il vous faut',
    long: 'Votre demande ne doit pas dépasser 2 000 caractères',
  },
  refuse: {
    title: 'Refuser le visa',
    lead: 'Aucune caution n’a été demandée : aucune somme n’est en jeu.',
    bondBack:
      'La somme de {{amount}} est détenue. Elle est remboursée automatiquement et en totalité à la personne qui l’a versée.',
    reason: 'Motif',
  },
  visa: {
    title: 'Délivrer le visa',
    lead: 'Vérifiez ce que dira le visa avant de le délivrer.',
    traveller: 'Voyageur',
    validity: 'Entrée entre',
    range: 'le {{from}} et le {{until}}',
    entries: 'Entrées',
    stay: 'Séjour',
    leaveBy: 'Départ au plus tard',
    leaveByRule:
      'Le jour autorisé par la frontière à l’entrée. À défaut, {{count}} jours après l’entrée.',
    ports: 'Entrer et sortir par',
    port: '{{name}} ({{code}})',
    noPorts: 'Aucun point de passage n’est désigné aujourd’hui. Le départ devra être prouvé.',
    bond: 'Caution',
    bondHeld: '{{amount}}, détenue',
    button: 'Délivrer le visa',
  },
  cancel: 'Retour au dossier',
  error: {
    tierMissing: 'Choisissez le montant de la caution',
    unknown_tier: 'Choisissez un des montants de ce programme',
    reason_needed: 'Choisissez un motif : ce montant n’est pas le montant habituel',
    unknown_reason:
      'Ce motif ne convient pas au montant. Ne choisissez aucun motif pour le montant habituel, ou un motif qui explique un montant différent',
    reasonMissing: 'Choisissez le motif du refus',
  },
};
