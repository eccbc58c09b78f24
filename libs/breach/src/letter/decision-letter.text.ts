import type { Factor, Weight } from '../domain/factors.ts';
import type { Ground } from '../domain/grounds.ts';
import type { RulingOutcome } from '../domain/ruling.ts';

/** The words of one language; `{…}` is filled in. */
export interface LetterWords {
  readonly title: Readonly<Record<'decision' | 'appeal' | 'rescission', string>>;
  readonly from: string;
  readonly about: string;
  readonly served: string;
  readonly servedByPost: string;
  readonly traveller: string;
  readonly bond: string;
  readonly decided: string;
  readonly outcome: Readonly<Record<RulingOutcome, string>>;
  readonly refund: string;
  readonly forfeit: string;
  readonly reasons: string;
  readonly grounds: string;
  readonly established: string;
  readonly notEstablished: string;
  readonly ground: Readonly<Record<Ground, string>>;
  readonly weighed: string;
  readonly factor: Readonly<Record<Factor, string>>;
  readonly weight: Readonly<Record<Weight, string>>;
  readonly rights: string;
  readonly mayAppeal: string;
  readonly appealHow: string;
  readonly untilThen: string;
  readonly noAppeal: Readonly<Record<'returned' | 'final', string>>;
  readonly typed: string;
  readonly code: string;
  readonly check: string;
  readonly qr: string;
  readonly real: string;
}

export const en: LetterWords = {
  title: {
    decision: 'Decision on your bond',
    appeal: 'Decision on your appeal',
    rescission: 'The breach is rescinded',
  },
  from: 'Consulate in {city}',
  about: 'Case {reference}',
  served: 'Served on the portal on {when}.',
  servedByPost: 'Served on the portal on {when}, and sent by post.',
  traveller: 'Traveller',
  bond: 'Bond',
  decided: 'What was decided',
  outcome: {
    none: 'No breach was found. The whole bond goes back to the payer.',
    part: 'A breach was found in part. One part of the bond goes back to the payer, the other goes to the state once this decision is final.',
    full: 'A breach was found. The bond goes to the state once this decision is final.',
    upheld: 'The appeal is dismissed. The decision is final.',
    overturned: 'The appeal is allowed. What was to go to the state goes back to the payer.',
    rescinded: 'The breach is taken back. What had gone to the state goes back to the payer.',
  },
  refund: 'Goes back to the payer',
  forfeit: 'Goes to the state once final',
  reasons: 'Reasons',
  grounds: 'Ground by ground',
  established: 'Established',
  notEstablished: 'Not established',
  ground: {
    late_departure: 'Left after the last authorised day',
    no_departure_record: 'No record of departure',
    application_to_stay: 'Applied to stay in the country',
    other_condition: 'Another condition of the visa was not met',
  },
  weighed: 'What was weighed',
  factor: {
    extent: 'Extent of the breach',
    intent: 'Intent',
    good_faith: 'Good faith',
    steps_taken: 'Steps taken to comply',
  },
  weight: {
    for_payer: 'In favour of the payer',
    against_payer: 'Against the payer',
    neither: 'Neither for nor against',
  },
  rights: 'Your right to appeal',
  mayAppeal: 'The payer can appeal until {when}. There is one appeal, and it costs nothing.',
  appealHow:
    'Sign in to the portal, open case {reference} and choose “Appeal against the decision”. Say in your own words why the decision is wrong. People who had no part in it will decide.',
  untilThen:
    'Until the appeal is decided, or the time to appeal is over, no money goes to the state. Without an appeal, this decision is final after that.',
  noAppeal: {
    returned: 'Nothing is taken, so there is nothing to appeal against.',
    final:
      'There is no further appeal on this portal. If you get proof later that you left on time, contact the consulate: two adjudicators can then rescind the breach.',
  },
  typed: 'Reasons are shown in the language they were written in.',
  code: 'Code of this letter',
  check: 'Anybody can use the code to check that this letter is real: {portal}/check',
  qr: 'QR code that leads to {address}',
  real: 'To read this letter as we issued it, sign in to the portal and open the case. We never ask for money by letter, email or phone.',
};

export const fr: LetterWords = {
  title: {
    decision: 'Décision sur votre caution',
    appeal: 'Décision sur votre recours',
    rescission: 'Retrait de la décision de manquement',
  },
  from: 'Consulat à {city}',
  about: 'Dossier {reference}',
  served: 'Notifiée sur le portail le {when}.',
  servedByPost: 'Notifiée sur le portail le {when} et envoyée par courrier.',
  traveller: 'Voyageur',
  bond: 'Caution',
  decided: 'Décision',
  outcome: {
    none: 'Aucun manquement n’est constaté. Toute la caution est restituée au payeur.',
    part: 'Un manquement partiel est constaté. Une partie de la caution est restituée au payeur, l’autre est versée à l’État quand la décision est définitive.',
    full: 'Un manquement est constaté. La caution est versée à l’État quand la décision est définitive.',
    upheld: 'Le recours est rejeté. La décision est définitive.',
    overturned: 'Le recours est accueilli. La somme mise de côté est restituée au payeur.',
    rescinded: 'La décision de manquement est retirée. La somme prélevée est restituée au payeur.',
  },
  refund: 'Restitué au payeur',
  forfeit: 'Versé à l’État une fois la décision définitive',
  reasons: 'Motivation',
  grounds: 'Motif par motif',
  established: 'Établi',
  notEstablished: 'Non établi',
  ground: {
    late_departure: 'Départ après le dernier jour autorisé',
    no_departure_record: 'Aucune preuve de départ enregistrée',
    application_to_stay: 'Demande de maintien dans le pays',
    other_condition: 'Une autre condition du visa n’est pas respectée',
  },
  weighed: 'Éléments pris en compte',
  factor: {
    extent: 'Ampleur du manquement',
    intent: 'Intention',
    good_faith: 'Bonne foi',
    steps_taken: 'Démarches faites pour se conformer',
  },
  weight: {
    for_payer: 'En faveur du payeur',
    against_payer: 'En défaveur du payeur',
    neither: 'Ni en faveur ni en défaveur',
  },
  rights: 'Voies de recours',
  mayAppeal:
    'Le payeur peut former un recours jusqu’au {when}. Un seul recours est possible, et il est gratuit.',
  appealHow:
    'Connectez-vous au portail, ouvrez le dossier {reference} et choisissez « Former un recours ». Expliquez avec vos propres mots pourquoi vous contestez la décision. Le recours est examiné par des personnes qui n’y ont pas pris part.',
  untilThen:
    'Tant que le recours n’est pas tranché ou que le délai court, rien n’est versé à l’État. Sans recours, la décision devient ensuite définitive.',
  noAppeal: {
    returned: 'Rien n’est prélevé : il n’y a pas lieu à recours.',
    final:
      'Il n’y a pas d’autre recours sur ce portail. Si vous obtenez plus tard la preuve d’un départ dans les délais, contactez le consulat : deux agents de décision peuvent alors retirer la décision.',
  },
  typed: 'Les motivations figurent dans la langue où elles ont été rédigées.',
  code: 'Code de la lettre',
  check: 'Ce code permet à toute personne de vérifier l’authenticité de la lettre : {portal}/check',
  qr: 'Code QR menant à {address}',
  real: 'Pour consulter l’original de cette lettre, connectez-vous au portail et ouvrez le dossier. Nous ne demandons jamais d’argent par lettre, courriel ou téléphone.',
};
