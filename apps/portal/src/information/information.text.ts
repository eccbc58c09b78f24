import type { SameKeys } from '#web';

/** What an officer asks before deciding. */
export const en = {
  title: 'The consulate needs more information',
  link: 'Read it and answer',
  panel: 'Questions from the consulate',
  panelLink: 'Read what was asked and answered',
  asked: 'asked on {{when}}',
  until: 'Answer by {{when}}.',
  silence:
    'If you do not answer, the officer decides with the information they have. You will not be refused only because you did not answer.',
  files: 'Add files',
  filesLead:
    'If a document is needed, add it before you send your answer. Each file is sent as soon as you add it, and cannot be taken back.',
  answer: 'Send your answer',
  field: 'Your answer',
  hint: 'In your own words. If you added files, say what they are.',
  send: 'Send the answer',
  missing: 'Write your answer',
  long: 'Your answer must be 4,000 characters or fewer',
  earlier: 'Asked before',
  reason: {
    document_missing: 'A document is missing',
    document_unreadable: 'A document cannot be read',
    purpose_unclear: 'The purpose of the journey is not clear',
    means_unclear: 'How the journey is paid for is not clear',
    answers_contradict: 'Some answers contradict each other',
    another_reason: 'Something else',
  },
  outcome: {
    answered: 'You answered on {{when}}. The officer has your answer.',
    not_answered:
      'You did not answer in time. On {{when}} your application went back to the officer, who decides with the information they have.',
    withdrawn: 'You took the application back on {{when}}.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Demande du consulat',
  link: 'Lire la demande et répondre',
  panel: 'Demandes du consulat',
  panelLink: 'Relire la demande et la réponse',
  asked: 'demandé le {{when}}',
  until: 'Répondez au plus tard le {{when}}.',
  silence:
    'Sans réponse, l’agent poursuit l’examen avec les éléments connus. Le silence n’entraîne pas à lui seul un refus.',
  files: 'Joindre des fichiers',
  filesLead:
    'Si un document est demandé, joignez-le avant d’envoyer votre réponse. Chaque fichier est envoyé dès que vous l’ajoutez et ne peut pas être retiré.',
  answer: 'Envoyer votre réponse',
  field: 'Votre réponse',
  hint: 'Avec vos propres mots. Si vous avez joint des fichiers, précisez lesquels.',
  send: 'Envoyer la réponse',
  missing: 'Saisissez votre réponse',
  long: 'Votre réponse ne doit pas dépasser 4 000 caractères',
  earlier: 'Demandes précédentes',
  reason: {
    document_missing: 'Une pièce manque',
    document_unreadable: 'Une pièce est illisible',
    purpose_unclear: 'Le motif du voyage n’est pas clair',
    means_unclear: 'Le financement du voyage n’est pas clair',
    answers_contradict: 'Certaines réponses se contredisent',
    another_reason: 'Autre point',
  },
  outcome: {
    answered: 'Vous avez répondu le {{when}}. L’agent dispose de votre réponse.',
    not_answered:
      'Aucune réponse n’est parvenue à temps. Depuis le {{when}}, l’agent poursuit l’examen avec les éléments connus. Rien n’a été décidé de ce fait.',
    withdrawn: 'Vous avez retiré votre demande le {{when}}.',
  },
};
