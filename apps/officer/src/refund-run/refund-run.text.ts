import type { SameKeys } from '#web';

/** How refunds leave, and the pause of all of them. */
export const en = {
  title: 'Refunds being sent',
  lead: 'Refunds are sent automatically, as fast as the processor allows.',
  link: 'See how refunds are being sent',
  waiting: 'Ready to send',
  held: 'In their hold',
  underWay: 'With the processor',
  sentLastHour: 'Sent in the last hour',
  progress: 'Sent in the last hour, of all that could be sent',
  progressText: '{{sent}} sent, {{waiting}} still to send',
  minutes_one: 'The last of them is sent in about {{count}} minute.',
  minutes_other: 'The last of them is sent in about {{count}} minutes.',
  nothing: 'Nothing is waiting to be sent.',
  paused: 'Paused by {{name}} since {{when}}: {{reason}}. No refund is being sent.',
  pause: {
    title: 'Pause all refunds',
    reason: 'Why are you pausing them?',
    hint: 'Payers wait longer, and promised dates still count. A refund that the processor already has goes on.',
    button: 'Pause all refunds',
  },
  resume: {
    title: 'Resume',
    effect: 'Refunds that are ready are sent automatically, at the processor’s pace.',
    button: 'Resume sending refunds',
  },
  error: { reasonMissing: 'Select why you are pausing refunds' },
  done: {
    paused: 'All refunds are paused.',
    resumed: 'Refunds are being sent again.',
  },
  refused: {
    already_paused: 'Refunds are already paused. Nothing was changed.',
    not_paused: 'Refunds are not paused. Nothing was changed.',
    unknown_reason: 'Select why you are pausing refunds. Nothing was changed.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Envoi des remboursements',
  lead: 'Les remboursements partent automatiquement, aussi vite que le prestataire l’autorise.',
  link: 'Suivre l’envoi des remboursements',
  waiting: 'Prêts à partir',
  held: 'En délai de garde',
  underWay: 'Chez le prestataire',
  sentLastHour: 'Envoyés dans l’heure',
  progress: 'Envoyés dans l’heure, sur tous ceux qui pouvaient partir',
  progressText: 'Envoyés : {{sent}} ; restants : {{waiting}}',
  minutes_one: 'Le dernier part dans {{count}} minute environ.',
  minutes_other: 'Le dernier part dans {{count}} minutes environ.',
  nothing: 'Aucun remboursement n’attend de partir.',
  paused: 'Suspendus par {{name}} depuis le {{when}} : {{reason}}. Aucun remboursement ne part.',
  pause: {
    title: 'Suspendre tous les remboursements',
    reason: 'Pourquoi les suspendre ?',
    hint: 'Les payeurs attendent plus longtemps et les dates promises restent valables. Un remboursement déjà reçu par le prestataire suit son cours.',
    button: 'Suspendre tous les remboursements',
  },
  resume: {
    title: 'Reprendre',
    effect: 'Les remboursements prêts partent automatiquement, au rythme du prestataire.',
    button: 'Reprendre l’envoi',
  },
  error: { reasonMissing: 'Choisissez pourquoi suspendre les remboursements' },
  done: {
    paused: 'Tous les remboursements sont suspendus.',
    resumed: 'L’envoi des remboursements a repris.',
  },
  refused: {
    already_paused: 'Les remboursements sont déjà suspendus. Rien n’a été modifié.',
    not_paused: 'Les remboursements ne sont pas suspendus. Rien n’a été modifié.',
    unknown_reason: 'Choisissez pourquoi suspendre les remboursements. Rien n’a été modifié.',
  },
};
