import type { SameKeys } from '#web';

/** A longer stay, as its traveller asks for it. */
export const en = {
  reason: {
    illness: 'Illness or accident',
    no_transport: 'There is no transport',
    family: 'Family reasons',
    authority_granted: 'An authority has granted it already',
    another_reason: 'Another reason',
  },
  reasonHint: {
    illness: 'With a medical certificate',
    no_transport: 'For example, a cancelled flight or a closed border',
    family: 'For example, a birth or a death in the family',
    authority_granted: 'With the decision of the authority',
    another_reason: 'With a document that shows it',
  },
  ask: {
    title: 'Ask to stay longer',
    lead: 'Two officers decide on what you send. Until they have decided, the leave-by date is the same, and asking does not change it.',
    leaveBy: 'You must leave by {{day}} at the moment.',
    until: 'Until when do you need to stay?',
    untilWhat: 'the day until which you need to stay',
    why: 'Why do you need to stay longer?',
  },
  files: {
    title: 'Add what shows it',
    stated: 'What you ask for',
  },
  error: {
    reason: 'Select why you need to stay longer',
    not_longer: 'The day must be after your leave-by date',
    too_far: 'The day can be at most a year after your leave-by date',
  },
  refusal: {
    not_legible: 'the files could not be read',
    another_person: 'the files are about another person',
    not_shown: 'the files do not show why you need to stay',
    not_authorised: 'no authority has granted it',
    source_doubtful: 'the source of the files could not be confirmed',
  },
  notNow: {
    title: 'You cannot ask for a longer stay now',
    back: 'Back to your case',
    no_stay: 'Your stay has not begun or is over.',
    bond_decided:
      'Your bond is under review. Reply to the notice, and say there why you stayed longer.',
    being_checked:
      'The consulate is looking at your request. You will get an email with the result.',
    too_often: 'You have asked several times. Contact the consulate.',
  },
  panel: {
    title: 'Staying longer',
    offer:
      'If you cannot leave on time, ask for a longer stay before your leave-by date, with a document that shows why.',
    ask: 'Ask to stay longer',
    goOn: 'Continue your request',
    again: 'Ask again',
    status: {
      to_send:
        'You have begun to ask for a longer stay and have not sent it yet. Until you send it, nobody looks at it.',
      being_checked:
        'The consulate is looking at your request to stay until {{day}}. Two officers must agree. Until they have decided, your leave-by date is the same.',
      accepted: 'You may stay until {{day}}.',
      refused:
        'Your request for a longer stay was not accepted: {{reason}}. Your leave-by date is the same.',
      not_needed:
        'Your request for a longer stay was not needed: your stay was decided without it.',
    },
  },
} as const;

/** A longer stay, as its traveller asks for it. */
export const fr: SameKeys<typeof en> = {
  reason: {
    illness: 'Maladie ou accident',
    no_transport: 'Absence de transport',
    family: 'Raison familiale',
    authority_granted: 'Déjà accordée par une autorité',
    another_reason: 'Autre raison',
  },
  reasonHint: {
    illness: 'Avec un certificat médical',
    no_transport: 'Par exemple un vol annulé ou une frontière fermée',
    family: 'Par exemple une naissance ou un décès dans la famille',
    authority_granted: 'Avec la décision de l’autorité',
    another_reason: 'Avec un document qui l’établit',
  },
  ask: {
    title: 'Demander une prolongation de séjour',
    lead: 'Deux agents décident d’après ce que vous envoyez. Tant qu’ils n’ont pas décidé, la date limite de départ reste la même : la demande ne la modifie pas.',
    leaveBy: 'Vous devez actuellement repartir au plus tard le {{day}}.',
    until: 'Jusqu’à quelle date devez-vous rester ?',
    untilWhat: 'la date jusqu’à laquelle vous devez rester',
    why: 'Pourquoi devez-vous rester plus longtemps ?',
  },
  files: {
    title: 'Ajouter vos justificatifs',
    stated: 'Ce que vous demandez',
  },
  error: {
    reason: 'Choisissez pourquoi vous devez rester plus longtemps',
    not_longer: 'La date doit être postérieure à votre date limite de départ',
    too_far: 'La date peut être au plus un an après votre date limite de départ',
  },
  refusal: {
    not_legible: 'les fichiers sont illisibles',
    another_person: 'les fichiers concernent une autre personne',
    not_shown: 'les fichiers n’établissent pas pourquoi vous devez rester',
    not_authorised: 'aucune autorité ne l’a accordée',
    source_doubtful: 'l’origine des fichiers n’a pas pu être confirmée',
  },
  notNow: {
    title: 'Vous ne pouvez pas demander de prolongation pour le moment',
    back: 'Revenir à votre dossier',
    no_stay: 'Votre séjour n’a pas commencé ou est terminé.',
    bond_decided:
      'Votre caution est à l’examen. Répondez à l’avis et expliquez-y pourquoi vous restez plus longtemps.',
    being_checked: 'Le consulat examine votre demande. Vous recevrez le résultat par courriel.',
    too_often: 'Vous avez fait plusieurs demandes. Contactez le consulat.',
  },
  panel: {
    title: 'Rester plus longtemps',
    offer:
      'Si vous ne pouvez pas repartir à temps, demandez une prolongation avant la date limite de départ, avec un justificatif.',
    ask: 'Demander une prolongation',
    goOn: 'Reprendre votre demande',
    again: 'Faire une nouvelle demande',
    status: {
      to_send:
        'Vous avez commencé une demande de prolongation sans l’envoyer. Tant qu’elle n’est pas envoyée, personne ne l’examine.',
      being_checked:
        'Le consulat examine votre demande de rester jusqu’au {{day}}. Deux agents doivent être d’accord. D’ici là, votre date limite de départ reste la même.',
      accepted: 'Vous pouvez rester jusqu’au {{day}}.',
      refused:
        'Votre demande de prolongation n’est pas acceptée : {{reason}}. Votre date limite de départ reste la même.',
      not_needed:
        'Votre demande de prolongation est devenue sans objet : votre séjour a fait l’objet d’une décision sans elle.',
    },
  },
};
