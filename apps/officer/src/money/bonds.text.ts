import type { SameKeys } from '#web';

/** Lists of bonds, refunds, suspense, events and the books. */
export const en = {
  title: 'Bonds',
  filter: 'State',
  all: 'All states',
  reference: 'Case',
  state: 'State',
  amount: 'Amount',
  postBy: 'Post by',
  since: 'Since',
  statement: 'Statement',
  waits: 'Waits because',
  total_one: '{{count}} bond',
  total_other: '{{count}} bonds',
  empty: 'No bonds',
  emptyBody: 'There are no bonds in this state.',
  over: 'Deadline passed',
} as const;

/** Lists of bonds, refunds, suspense, events and the books. */
export const fr: SameKeys<typeof en> = {
  title: 'Cautions',
  filter: 'État',
  all: 'Tous les états',
  reference: 'Dossier',
  state: 'État',
  amount: 'Montant',
  postBy: 'À verser au plus tard le',
  since: 'Depuis',
  statement: 'Relevé',
  waits: 'Motif d’attente',
  total_one: '{{count}} caution',
  total_other: '{{count}} cautions',
  empty: 'Aucune caution',
  emptyBody: 'Aucune caution n’est dans cet état.',
  over: 'Délai dépassé',
};
