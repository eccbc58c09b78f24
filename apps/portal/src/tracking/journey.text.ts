import type { JourneyCode } from '#departure';
import type { SameKeys } from '#web';

/** What the border has recorded of a journey, and what follows from it. */
export const en = {
  title: 'What the border recorded',
  said: {
    admitted: 'You entered through {{port}} on {{day}}. You must leave by the end of {{leaveBy}}.',
    departed_in_time:
      'You left from {{port}} on {{day}}. The last day to leave was {{leaveBy}}. Your bond goes back automatically.',
    departed_in_time_no_bond:
      'You left from {{port}} on {{day}}. The last day to leave was {{leaveBy}}. No bond is held, so nothing else happens.',
    departed_late:
      'You left from {{port}} on {{day}}. The last day to leave was {{leaveBy}}. A person now looks at this. Nothing has been decided about your bond.',
    refused: 'You were refused entry at {{port}} on {{day}}. Your bond goes back automatically.',
    refused_no_bond:
      'You were refused entry at {{port}} on {{day}}. No bond is held, so nothing else happens.',
    admitted_with_officer:
      'Your entry through {{port}} on {{day}} was reported. An officer must check the record before it counts.',
    departed_with_officer:
      'Your departure from {{port}} on {{day}} was reported. An officer must check the record before it counts.',
    refused_with_officer:
      'A refusal of entry at {{port}} on {{day}} was reported. An officer must check the record before it counts.',
    taken_back: 'The border took back its record of {{day}}. That record no longer counts.',
    correction_with_officer:
      'The border changed its record of {{day}} after it had been used. An officer must check the change. Nothing has been decided yet.',
    dismissed:
      'An officer checked the record of {{day}} at {{port}} and found that it is not part of your journey. It does not count.',
  } satisfies Record<JourneyCode, string>,
  corrected: 'The border has corrected this record since.',
  wrong: 'If something here is wrong, tell the consulate in {{city}}.',
} as const;

/** What the border has recorded of a journey, and what follows from it. */
export const fr: SameKeys<typeof en> = {
  title: 'Ce que la frontière a enregistré',
  said: {
    admitted:
      'Votre entrée par {{port}} est enregistrée le {{day}}. Vous devez quitter le territoire au plus tard le {{leaveBy}}.',
    departed_in_time:
      'Votre départ de {{port}} est enregistré le {{day}}. Le dernier jour pour partir était le {{leaveBy}}. Votre caution vous revient automatiquement.',
    departed_in_time_no_bond:
      'Votre départ de {{port}} est enregistré le {{day}}. Le dernier jour pour partir était le {{leaveBy}}. Aucune caution n’est détenue : rien d’autre ne suit.',
    departed_late:
      'Votre départ de {{port}} est enregistré le {{day}}. Le dernier jour pour partir était le {{leaveBy}}. Un agent examine la situation. Rien n’est décidé au sujet de votre caution.',
    refused:
      'L’entrée vous a été refusée à {{port}} le {{day}}. Votre caution vous revient automatiquement.',
    refused_no_bond:
      'L’entrée vous a été refusée à {{port}} le {{day}}. Aucune caution n’est détenue : rien d’autre ne suit.',
    admitted_with_officer:
      'Votre entrée par {{port}} le {{day}} a été signalée. Un agent doit vérifier l’enregistrement avant qu’il compte.',
    departed_with_officer:
      'Votre départ de {{port}} le {{day}} a été signalé. Un agent doit vérifier l’enregistrement avant qu’il compte.',
    refused_with_officer:
      'Un refus d’entrée à {{port}} le {{day}} a été signalé. Un agent doit vérifier l’enregistrement avant qu’il compte.',
    taken_back:
      'La frontière a retiré son enregistrement du {{day}}. Cet enregistrement ne compte plus.',
    correction_with_officer:
      'La frontière a modifié son enregistrement du {{day}} après son utilisation. Un agent doit vérifier la modification. Rien n’est encore décidé.',
    dismissed:
      'Un agent a vérifié l’enregistrement du {{day}} à {{port}} : il ne fait pas partie de votre voyage et ne compte pas.',
  },
  corrected: 'La frontière a rectifié cet enregistrement depuis.',
  wrong: 'Si une information est inexacte, signalez-le au consulat de {{city}}.',
};
