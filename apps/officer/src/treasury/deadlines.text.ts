import type { SameKeys } from '#web';

/** Money whose way back closes soon. */
export const en = {
  title: 'Deadlines for money',
  lead: 'Money that is held, and that soon cannot go back the way it came or stay where it is: what closes within {{days}} days, and what has closed lately. A bond that ends in time for its refund is left out until the last {{near}} days. An email asks the payer for a bank account {{told}} days before.',
  on: 'Last day',
  over: 'Over',
  near: 'Soon',
  case: 'Case',
  amount: 'Held',
  closes: 'What closes',
  step: 'What to do now',
  what: {
    bank_debit: 'The refund of a bank debit: the processor makes none after 180 days',
    bank_transfer: 'The refund of a bank transfer: the processor makes none after 180 days',
    card: 'The card expires, and a refund to it may fail',
    holding: 'The processor may hold the money for {{days}} days and no longer',
  },
  steps: {
    nothing: 'Nothing: the payer has given a bank account',
    ask_on_refund: 'Ask the payer for a bank account, on the page of the refund',
    ask_payer: 'Ask the payer to add a bank account on the page of the bond in the portal',
    send_to_bank: 'Pay this amount out from the processor to the bank',
  },
  told: 'Email sent to the payer on {{day}}',
  refund: 'Open the refund',
  statement: 'Statement',
  empty: 'No deadline is near',
  emptyBody: 'All the money that is held can go back the way it came.',
  more: 'These are the first {{count}} bonds. The others follow once these are settled.',
  holding:
    'How long the processor may hold money is a setting ({{days}} days). Ask the processor which limit applies to your account.',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Échéances des fonds',
  lead: 'Sommes détenues qui ne pourront bientôt plus être rendues par la voie d’origine, ou rester où elles sont : échéances des {{days}} prochains jours et échéances récemment dépassées. Une caution qui prend fin à temps pour son remboursement n’apparaît que dans les {{near}} derniers jours. Un courriel demande au payeur un compte bancaire {{told}} jours avant.',
  on: 'Dernier jour',
  over: 'Dépassé',
  near: 'Proche',
  case: 'Dossier',
  amount: 'Détenu',
  closes: 'Échéance',
  step: 'À faire maintenant',
  what: {
    bank_debit:
      'Remboursement d’un prélèvement : le prestataire n’en effectue plus après 180 jours',
    bank_transfer:
      'Remboursement d’un virement : le prestataire n’en effectue plus après 180 jours',
    card: 'La carte expire : un remboursement sur cette carte peut échouer',
    holding: 'Le prestataire ne peut conserver les fonds que {{days}} jours',
  },
  steps: {
    nothing: 'Rien : le payeur a indiqué un compte bancaire',
    ask_on_refund: 'Demander un compte bancaire au payeur, sur la page du remboursement',
    ask_payer:
      'Demander au payeur d’ajouter un compte bancaire sur la page de la caution, dans le portail',
    send_to_bank: 'Faire verser cette somme par le prestataire sur le compte bancaire',
  },
  told: 'Courriel envoyé au payeur le {{day}}',
  refund: 'Ouvrir le remboursement',
  statement: 'Relevé',
  empty: 'Aucune échéance proche',
  emptyBody: 'Toutes les sommes détenues peuvent être rendues par la voie d’origine.',
  more: 'Les {{count}} premières cautions sont affichées. Les autres suivront une fois celles-ci traitées.',
  holding:
    'La durée pendant laquelle le prestataire peut conserver les fonds est un paramètre ({{days}} jours). Demandez au prestataire la limite applicable à votre compte.',
};
