import type {
  FreezeReason,
  FreezeState,
  LiftReason,
  RevocationReason,
  RevocationState,
} from '#refund';
import type {
  CaseState,
  CloseReason,
  InformationReason,
  ReassignReason,
  RefusalReason,
  RenewalReason,
} from '#application';
import type { StateWords, Words } from './words.ts';

export const caseWords = {
  draft: { tone: 'neutral', en: 'Draft', fr: 'Brouillon' },
  submitted: { tone: 'wait', en: 'Waiting for an officer', fr: 'En attente d’un agent' },
  in_review: { tone: 'info', en: 'Under review', fr: 'En cours d’examen' },
  information_requested: {
    tone: 'wait',
    en: 'Waiting for the applicant',
    fr: 'En attente du demandeur',
  },
  refused: { tone: 'bad', en: 'Refused', fr: 'Refusé' },
  bond_required: { tone: 'wait', en: 'Bond to post', fr: 'Caution à verser' },
  approved_without_bond: {
    tone: 'good',
    en: 'Approved without a bond',
    fr: 'Approuvé sans caution',
  },
  bond_posted: {
    tone: 'good',
    en: 'Bond held: decide on the visa',
    fr: 'Caution détenue : décider du visa',
  },
  bond_lapsed: {
    tone: 'bad',
    en: 'Bond not posted in time',
    fr: 'Caution non versée dans le délai',
  },
  refused_after_posting: {
    tone: 'bad',
    en: 'Refused, bond to be refunded',
    fr: 'Refusé, caution à rembourser',
  },
  visa_issued: { tone: 'good', en: 'Visa issued', fr: 'Visa délivré' },
  travelling: { tone: 'info', en: 'In the country', fr: 'Dans le pays' },
  closed: { tone: 'neutral', en: 'Closed', fr: 'Clos' },
  withdrawn: { tone: 'neutral', en: 'Withdrawn by the applicant', fr: 'Retiré par le demandeur' },
} as const satisfies Record<CaseState, StateWords>;

export const refusalWords = {
  purpose_not_shown: {
    en: 'The applicant did not show the purpose of the visit',
    fr: 'Le motif du voyage n’est pas justifié',
  },
  means_not_shown: {
    en: 'The applicant did not show enough money for the stay',
    fr: 'Les moyens de subsistance ne sont pas justifiés',
  },
  return_not_shown: {
    en: 'The applicant did not show that they intend to leave',
    fr: 'L’intention de repartir n’est pas établie',
  },
  documents_missing: { en: 'Documents are missing', fr: 'Des pièces manquent' },
  documents_not_genuine: {
    en: 'Documents are not genuine',
    fr: 'Des pièces ne sont pas authentiques',
  },
  earlier_overstay: {
    en: 'The applicant overstayed on an earlier visit',
    fr: 'La durée d’un séjour précédent a été dépassée',
  },
  security: { en: 'Security', fr: 'Sécurité' },
} as const satisfies Record<RefusalReason, Words>;

export const closeWords = {
  departed_in_time: { en: 'Departed in time', fr: 'Départ dans les délais' },
  departed_late: { en: 'Departed late', fr: 'Départ tardif' },
  visa_not_used: { en: 'The visa was not used', fr: 'Le visa n’a pas été utilisé' },
  admission_refused: {
    en: 'Admission was refused at the port',
    fr: 'Admission refusée à la frontière',
  },
  visa_revoked: { en: 'The visa was revoked', fr: 'Le visa a été révoqué' },
  traveller_died: { en: 'The traveller died', fr: 'Le voyageur est décédé' },
  stay_decided: { en: 'The stay was decided', fr: 'Une décision est prise sur le séjour' },
} as const satisfies Record<CloseReason, Words>;

export const renewalWords = {
  renewed: { en: 'Renewed because it was expiring', fr: 'Renouvelé à la fin de sa validité' },
  lost_or_stolen: { en: 'The passport was lost or stolen', fr: 'Le passeport a été perdu ou volé' },
  damaged: { en: 'The passport was damaged', fr: 'Le passeport a été endommagé' },
  name_changed: { en: 'The name has changed', fr: 'Le nom a changé' },
} as const satisfies Record<RenewalReason, Words>;

export const reassignWords = {
  shown_in_person: {
    en: 'This traveller showed the passport in person',
    fr: 'Le passeport lui-même a été présenté',
  },
  other_mistyped: {
    en: 'The number in the other case is wrong',
    fr: 'Le numéro de l’autre dossier est erroné',
  },
  same_traveller: {
    en: 'Both cases are for the same traveller',
    fr: 'Les deux dossiers concernent la même personne',
  },
  other_not_genuine: {
    en: 'The other application is not genuine',
    fr: 'L’autre demande n’est pas authentique',
  },
} as const satisfies Record<ReassignReason, Words>;

/** Why a visa is cancelled before it is used. */
export const revocationWords = {
  given_back: { en: 'The traveller gave it back', fr: 'Le voyageur y renonce' },
  no_longer_eligible: {
    en: 'The traveller is no longer eligible',
    fr: 'Le voyageur ne remplit plus les conditions',
  },
  security: { en: 'Security', fr: 'Sécurité' },
} as const satisfies Record<RevocationReason, Words>;

export const revocationStateWords = {
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { tone: 'good', en: 'Approved', fr: 'Approuvée' },
  declined: { tone: 'neutral', en: 'Declined', fr: 'Rejetée' },
} as const satisfies Record<RevocationState, StateWords>;

/** Why officers have stopped a case. */
export const freezeWords = {
  fraud_suspected: { en: 'Suspected fraud', fr: 'Soupçon de fraude' },
  fraud_warning: {
    en: 'Fraud warning from the card’s bank',
    fr: 'Alerte de fraude de la banque de la carte',
  },
  sanctions_match: {
    en: 'Possible match with a sanctions list',
    fr: 'Correspondance possible avec une liste de sanctions',
  },
} as const satisfies Record<FreezeReason, Words>;

export const freezeStateWords = {
  in_force: { tone: 'bad', en: 'Frozen', fr: 'Gelé' },
  lift_proposed: {
    tone: 'wait',
    en: 'Waiting for a second person',
    fr: 'Attend une deuxième personne',
  },
  lift_approved: { tone: 'info', en: 'Being lifted', fr: 'Levée en cours' },
  lifted: { tone: 'good', en: 'Lifted', fr: 'Levé' },
} as const satisfies Record<FreezeState, StateWords>;

/** Why it may go on. */
export const liftWords = {
  nothing_found: { en: 'Checked, and nothing found', fr: 'Vérifié, rien à signaler' },
  another_person: {
    en: 'It is about another person of that name',
    fr: 'Il s’agit d’un homonyme',
  },
  authority_agrees: {
    en: 'The authority in charge has agreed',
    fr: 'L’autorité compétente a donné son accord',
  },
} as const satisfies Record<LiftReason, Words>;

/** Why an officer asks an applicant for something. */
export const informationReasonWords = {
  document_missing: { en: 'A document is missing', fr: 'Une pièce manque' },
  document_unreadable: { en: 'A document cannot be read', fr: 'Une pièce est illisible' },
  purpose_unclear: {
    en: 'The purpose of the journey is not clear',
    fr: 'Le motif du voyage n’est pas clair',
  },
  means_unclear: {
    en: 'How the journey is paid for is not clear',
    fr: 'Le financement du voyage n’est pas clair',
  },
  answers_contradict: {
    en: 'Some answers contradict each other',
    fr: 'Certaines réponses se contredisent',
  },
  another_reason: { en: 'Something else', fr: 'Autre point' },
} as const satisfies Record<InformationReason, Words>;
