import type { SameKeys } from '#web';
import type { lists as en } from '../en/lists.ts';

export const lists: SameKeys<typeof en> = {
  further: 'Suite de la liste',
  start: 'Retour au début de la liste',
  moreThan: 'plus de {{max}}',
  many: 'Plus de {{max}} à partir d’ici',
};
