import type { SameKeys } from '#web';

/** Of every long list. */
export const en = {
  further: 'Further on in the list',
  start: 'Back to the start of the list',
  moreThan: 'more than {{max}}',
  standstill: '{{reason}}, since {{day}}: {{who}}',
  postingPausedSince: 'Time to post stopped on {{day}}',
  postingPaused: 'Time to post stopped on {{day}}: {{reason}}',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  nobody: 'Nobody',
  you: 'You',
  many: 'More than {{max}} from here on',
} as const;

export const fr: SameKeys<typeof en> = {
  further: 'Suite de la liste',
  start: 'Retour au début de la liste',
  moreThan: 'plus de {{max}}',
  standstill: '{{reason}}, depuis le {{day}} : {{who}}',
  postingPausedSince: 'Délai suspendu depuis le {{day}}',
  postingPaused: 'Délai suspendu depuis le {{day}} : {{reason}}',
  days_one: '{{count}} jour',
  days_other: '{{count}} jours',
  nobody: 'Personne',
  you: 'Vous',
  many: 'Plus de {{max}} à partir d’ici',
};
