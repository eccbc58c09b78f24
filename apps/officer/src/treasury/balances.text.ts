import type { SameKeys } from '#web';

/** What each account holds at a moment. */
export const en = {
  title: 'Balances by account',
  now: 'As the books stand now,',
  then: 'As the books stood on',
  learned:
    'A transfer counts from when it was booked here, not from when it happened at the bank. So a balance that was shown once stays the same, whatever becomes known later.',
  open: 'A transfer that is being booked at this moment may still be added to the last few minutes.',
  inCurrency: 'In {{currency}}',
  assets: 'What there is',
  owed: 'What is owed',
  own: 'The operator’s own',
  total: 'Total',
  account: 'Account',
  amount: 'Balance',
  agrees:
    'What there is ({{assets}}) equals what is owed ({{owed}}) plus the operator’s own ({{own}}).',
  differs: 'The books do not add up: {{difference}} too much on one side. Tell the auditor now.',
  another: 'Another moment',
  empty: 'No money had moved by then',
  emptyBody: 'Choose a later moment.',
  csv: {
    currency: 'Currency',
    account: 'Account',
    name: 'Name',
    debit: 'Debit',
    credit: 'Credit',
    at: 'As of (UTC)',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Soldes par compte',
  now: 'État des comptes à l’instant,',
  then: 'État des comptes au',
  learned:
    'Une écriture compte à partir de son enregistrement ici, et non de la date de l’opération à la banque. Un solde affiché une fois reste donc le même, quoi que l’on apprenne ensuite.',
  open: 'Une écriture en cours d’enregistrement peut encore s’ajouter aux dernières minutes.',
  inCurrency: 'En {{currency}}',
  assets: 'Sommes disponibles ou à recevoir',
  owed: 'Sommes dues',
  own: 'Fonds propres de l’exploitant',
  total: 'Total',
  account: 'Compte',
  amount: 'Solde',
  agrees:
    'Les sommes disponibles ou à recevoir ({{assets}}) égalent les sommes dues ({{owed}}) augmentées des fonds propres ({{own}}).',
  differs:
    'Les comptes ne sont pas équilibrés : écart de {{difference}}. Prévenez l’auditeur sans attendre.',
  another: 'Choisir un autre moment',
  empty: 'Aucune somme n’avait encore été enregistrée',
  emptyBody: 'Choisissez un moment ultérieur.',
  csv: {
    currency: 'Devise',
    account: 'Compte',
    name: 'Libellé',
    debit: 'Débit',
    credit: 'Crédit',
    at: 'Arrêté au (UTC)',
  },
};
