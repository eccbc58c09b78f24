import type { SameKeys } from '#web';

/** Lists of cases, and opening one. */
export const en = {
  list: {
    title: 'My cases',
    empty: 'You have no cases yet',
    emptyHelp: 'A case is one person’s application for a visa.',
    new: 'Start a new case',
    caption: 'Your cases, newest first',
    reference: 'Case',
    traveller: 'Traveller',
    unnamed: 'Not given yet',
    programme: 'Programme',
    status: 'Status',
    since: 'Since',
  },
  new: {
    title: 'Start a new case',
    lead: 'A case is one person’s application. Start one for each traveller.',
    programme: 'Which programme are you applying under?',
    consulate: 'Which consulate are you applying to?',
    consulateHint: 'Deadlines end at midnight, local time there.',
    button: 'Start the case',
  },
  error: {
    programme: 'Select the programme you are applying under',
    consulate: 'Select the consulate you are applying to',
  },
  notOpen: {
    title: 'This programme is not taking new cases',
    body: 'You cannot apply under it at the moment. No case was started and there is nothing to pay.',
    next: 'Check which programmes are open',
  },
  tooMany: {
    title: 'You already have {{max}} drafts',
    body: 'Use or submit one of them before you start another case.',
    next: 'Go to my cases',
  },
  status: {
    draft: 'Draft',
    under_review: 'With the consulate',
    answer_needed: 'Your reply is needed',
    refused: 'Refused',
    bond_to_post: 'Bond to post',
    decision_pending: 'Decision pending',
    bond_lapsed: 'Bond not posted in time',
    visa_issued: 'Visa issued',
    travelling: 'Travelling',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  list: {
    title: 'Mes dossiers',
    empty: 'Vous n’avez pas encore de dossier',
    emptyHelp: 'Un dossier est la demande de visa d’une personne.',
    new: 'Ouvrir un nouveau dossier',
    caption: 'Vos dossiers, le plus récent d’abord',
    reference: 'Dossier',
    traveller: 'Personne qui voyage',
    unnamed: 'Pas encore indiquée',
    programme: 'Programme',
    status: 'État',
    since: 'Depuis',
  },
  new: {
    title: 'Ouvrir un nouveau dossier',
    lead: 'Un dossier est la demande d’une personne. Ouvrez-en un par voyageur.',
    programme: 'Au titre de quel programme faites-vous votre demande ?',
    consulate: 'À quel consulat vous adressez-vous ?',
    consulateHint: 'Les délais prennent fin à minuit, heure locale du consulat.',
    button: 'Ouvrir le dossier',
  },
  error: {
    programme: 'Choisissez le programme au titre duquel vous faites votre demande',
    consulate: 'Choisissez le consulat auquel vous vous adressez',
  },
  notOpen: {
    title: 'Ce programme n’accepte pas de nouveaux dossiers',
    body: 'Vous ne pouvez pas faire de demande à ce titre actuellement. Aucun dossier n’a été ouvert et vous n’avez rien à payer.',
    next: 'Voir les programmes ouverts',
  },
  tooMany: {
    title: 'Vous avez déjà {{max}} brouillons',
    body: 'Utilisez ou envoyez l’un d’eux avant d’ouvrir un autre dossier.',
    next: 'Consulter mes dossiers',
  },
  status: {
    draft: 'Brouillon',
    under_review: 'En cours d’examen',
    answer_needed: 'Votre réponse est attendue',
    refused: 'Refusé',
    bond_to_post: 'Caution à verser',
    decision_pending: 'Décision en attente',
    bond_lapsed: 'Caution non versée dans le délai',
    visa_issued: 'Visa délivré',
    travelling: 'En voyage',
    closed: 'Clos',
    withdrawn: 'Retiré',
  },
};
