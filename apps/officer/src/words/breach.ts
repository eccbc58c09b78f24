import type {
  BreachStanding,
  Factor,
  Ground,
  RulingDeclineReason,
  RulingKind,
  RulingOutcome,
  RulingState,
  Weight,
} from '#breach';
import type { StateWords, Words } from './words.ts';

export const groundWords = {
  late_departure: {
    en: 'Left after the last authorised day',
    fr: 'Départ après le dernier jour autorisé',
  },
  no_departure_record: { en: 'No record of departure', fr: 'Aucune preuve de départ enregistrée' },
  application_to_stay: {
    en: 'Applied to stay in the country',
    fr: 'Demande de maintien dans le pays',
  },
  other_condition: {
    en: 'Another condition of the visa was not met',
    fr: 'Une autre condition du visa n’est pas respectée',
  },
} as const satisfies Record<Ground, Words>;

export const factorWords = {
  extent: { en: 'Extent of the breach', fr: 'Ampleur du manquement' },
  intent: { en: 'Intent', fr: 'Intention' },
  good_faith: { en: 'Good faith', fr: 'Bonne foi' },
  steps_taken: { en: 'Steps taken to comply', fr: 'Démarches faites pour se conformer' },
} as const satisfies Record<Factor, Words>;

export const weightWords = {
  for_payer: { en: 'In the payer’s favour', fr: 'En faveur du payeur' },
  against_payer: { en: 'Against the payer', fr: 'En défaveur du payeur' },
  neither: { en: 'Neither for nor against', fr: 'Ni en faveur ni en défaveur' },
} as const satisfies Record<Weight, Words>;

export const standingWords = {
  referred: { tone: 'wait', en: 'Notice to give', fr: 'Avis à notifier' },
  replying: { tone: 'info', en: 'Waiting for a reply', fr: 'En attente d’observations' },
  paused: { tone: 'wait', en: 'Question to answer', fr: 'Réponse à donner' },
  to_decide: { tone: 'wait', en: 'To decide', fr: 'À décider' },
  decision_proposed: { tone: 'wait', en: 'Decision proposed', fr: 'Décision proposée' },
  declared: { tone: 'bad', en: 'Breach declared', fr: 'Manquement constaté' },
  appealed: { tone: 'wait', en: 'Appeal to decide', fr: 'Recours à examiner' },
  appeal_proposed: {
    tone: 'wait',
    en: 'Decision on the appeal proposed',
    fr: 'Décision sur recours proposée',
  },
  rescission_proposed: { tone: 'wait', en: 'Rescission proposed', fr: 'Retrait proposé' },
  being_carried_out: { tone: 'info', en: 'Being carried out', fr: 'En cours d’exécution' },
  stopped: { tone: 'neutral', en: 'Stopped', fr: 'Interrompu' },
  returned: { tone: 'good', en: 'Ended: money returned', fr: 'Terminé : somme restituée' },
  final: { tone: 'neutral', en: 'Final', fr: 'Définitif' },
} as const satisfies Record<BreachStanding, StateWords>;

export const rulingKindWords = {
  decision: { en: 'Decision', fr: 'Décision' },
  appeal: { en: 'Decision on the appeal', fr: 'Décision sur le recours' },
  rescission: { en: 'Rescission', fr: 'Retrait de la décision' },
} as const satisfies Record<RulingKind, Words>;

export const outcomeWords = {
  none: { en: 'No breach', fr: 'Aucun manquement' },
  part: { en: 'Breach in part', fr: 'Manquement partiel' },
  full: { en: 'Breach in full', fr: 'Manquement total' },
  upheld: { en: 'Appeal dismissed', fr: 'Recours rejeté' },
  overturned: { en: 'Appeal allowed', fr: 'Recours accueilli' },
  rescinded: { en: 'Breach rescinded', fr: 'Décision de manquement retirée' },
} as const satisfies Record<RulingOutcome, Words>;

export const rulingWords = {
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { tone: 'info', en: 'Approved', fr: 'Approuvée' },
  declined: { tone: 'neutral', en: 'Declined', fr: 'Rejetée' },
  overtaken: { tone: 'neutral', en: 'Overtaken by events', fr: 'Devenue sans objet' },
  carried_out: { tone: 'good', en: 'In force', fr: 'En vigueur' },
} as const satisfies Record<RulingState, StateWords>;

export const rulingDeclineWords = {
  facts_not_shown: { en: 'The facts are not shown', fr: 'Les faits ne sont pas établis' },
  reasons_not_sufficient: {
    en: 'The reasons are not sufficient',
    fr: 'La motivation est insuffisante',
  },
  not_proportionate: { en: 'It is not proportionate', fr: 'La mesure n’est pas proportionnée' },
  to_be_reconsidered: { en: 'It needs to be reconsidered', fr: 'L’affaire est à réexaminer' },
} as const satisfies Record<RulingDeclineReason, Words>;
