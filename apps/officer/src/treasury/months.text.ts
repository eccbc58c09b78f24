import type { SameKeys } from '#web';

/** One file for each closed month. */
export const en = {
  title: 'Closed months',
  lead: 'Each month of the books (UTC) has one file: what every account held when the month began, every transfer booked in it, and what every account held at its end.',
  adds: 'Debits and credits come to the same, in the whole file and for each account. The closing balance of a month is the opening balance of the next.',
  same: 'The file is the same whenever and by whomever it is downloaded. Compare its SHA-256 hash with the one below. It ends with the seal of each day, by which every transfer in it can be proved.',
  technical:
    'Amounts have a decimal point, dates follow ISO 8601 and columns are separated by commas, in every language.',
  month: 'Month',
  transfers: 'Transfers',
  size: 'Size',
  hash: 'SHA-256 of the file',
  closed: 'Closed',
  file: 'File',
  download: 'Download',
  downloadOf: 'Download the file of {{month}}',
  kilobytes: '{{count}}\u00a0kB',
  empty: 'No month is closed yet',
  emptyBody:
    'A month is closed on the first day of the next, once its last day is closed and sealed.',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Arrêtés mensuels',
  lead: 'Chaque mois comptable (UTC) donne lieu à un fichier : le solde de chaque compte au début du mois, toutes les écritures du mois et le solde de chaque compte à la fin.',
  adds: 'Le total des débits égale celui des crédits, pour l’ensemble du fichier comme pour chaque compte. Le solde final d’un mois est le solde initial du mois suivant.',
  same: 'Le fichier est identique à chaque téléchargement. Comparez son empreinte SHA-256 à celle qui figure ci-dessous. Il se termine par le sceau de chaque jour, qui permet de prouver chaque écriture.',
  technical:
    'Dans toutes les langues, les montants ont un point décimal, les dates suivent la norme ISO 8601 et les colonnes sont séparées par des virgules.',
  month: 'Mois',
  transfers: 'Écritures',
  size: 'Taille',
  hash: 'Empreinte SHA-256 du fichier',
  closed: 'Arrêté le',
  file: 'Fichier',
  download: 'Télécharger',
  downloadOf: 'Télécharger le fichier de {{month}}',
  kilobytes: '{{count}}\u00a0ko',
  empty: 'Aucun mois n’est encore arrêté',
  emptyBody:
    'Un mois est arrêté le premier jour du mois suivant, dès que son dernier jour est arrêté et scellé.',
};
