import type { SameKeys } from '#web';

/** Of every long list. */
export const en = {
  further: 'Further on in the list',
  start: 'Back to the start of the list',
  moreThan: 'more than {{max}}',
  standstill: '{{reason}}, since {{day}}: {{who}}',
  postingPausedSince: 'Time to post stopped on {{day}}',
  postingPaused: 'Time to post stopped on {{day}}: {{reason}}',
  age: {
    today: 'today',
    yesterday: 'yesterday',
    days_one: '{{count}} day ago',
    days_other: '{{count}} days ago',
  },
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
  age: {
    today: 'aujourd’hui',
    yesterday: 'hier',
    days_one: 'il y a {{count}} jour',
    days_other: 'il y a {{count}} jours',
  },
  nobody: 'Personne',
  you: 'Vous',
  many: 'Plus de {{max}} à partir d’ici',
};
