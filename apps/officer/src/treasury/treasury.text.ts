import type { SameKeys } from '#web';

/** The treasury’s pages, and what several of them ask. */
export const en = {
  title: 'Treasury',
  lead: 'What the books hold, and what to do before money can no longer go back the way it came.',
  pages: {
    balances: {
      name: 'Balances by account',
      why: 'What each account holds, now or at an earlier moment',
    },
    reconciliation: {
      name: 'Reconciliation',
      why: 'Whether the books, the payment processor and the bank count the same',
    },
    statements: {
      name: 'Bank statements',
      why: 'What the bank says of our account, compared with the books',
    },
    differences: {
      name: 'Differences',
      why: 'What they count differently, each with the step that settles it',
    },
    deadlines: {
      name: 'Deadlines',
      why: 'Money that soon cannot go back the way it came, or stay where it is',
    },
    months: {
      name: 'Closed months',
      why: 'One file for each month, for the accounts',
    },
    exports: {
      name: 'Exports',
      why: 'The journal, refunds, disputes and suspense as files',
    },
    liquidity: {
      name: 'Money for refunds',
      why: 'Whether the payment processor can pay the refunds that are due',
    },
  },
  moment: {
    what: 'the day',
    day: 'Day, in UTC',
    time: 'Time, in UTC',
    timeHint: 'For example, 14:30. Leave empty for the end of the day.',
    timeWrong: 'Enter the time as hours and minutes, like 14:30',
    future: 'The time must be in the past',
    show: 'Show that moment',
  },
  download: 'Download as CSV',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Trésorerie',
  lead: 'L’état des comptes, et les démarches à faire avant qu’une somme ne puisse plus être rendue par la voie d’origine.',
  pages: {
    balances: {
      name: 'Soldes par compte',
      why: 'Le solde de chaque compte, maintenant ou à un moment antérieur',
    },
    reconciliation: {
      name: 'Rapprochement',
      why: 'Nos comptes, le prestataire de paiement et la banque sont-ils d’accord ?',
    },
    statements: {
      name: 'Relevés bancaires',
      why: 'Ce que la banque enregistre sur notre compte, rapproché de nos écritures',
    },
    differences: {
      name: 'Écarts',
      why: 'Ce qu’ils n’enregistrent pas de la même façon, et comment le régler',
    },
    deadlines: {
      name: 'Échéances',
      why: 'Sommes qui ne pourront bientôt plus être rendues par la voie d’origine, ou rester où elles sont',
    },
    months: {
      name: 'Arrêtés mensuels',
      why: 'Un fichier par mois, pour la comptabilité',
    },
    exports: {
      name: 'Exports',
      why: 'Le journal, les remboursements, les contestations et le compte d’attente en fichiers',
    },
    liquidity: {
      name: 'Trésorerie des remboursements',
      why: 'Le prestataire de paiement peut-il verser les remboursements dus ?',
    },
  },
  moment: {
    what: 'le jour',
    day: 'Jour (UTC)',
    time: 'Heure (UTC)',
    timeHint: 'Par exemple, 14:30. Laissez vide pour la fin de la journée.',
    timeWrong: 'Indiquez l’heure et les minutes, par exemple 14:30',
    future: 'L’heure doit être passée',
    show: 'Afficher ce moment',
  },
  download: 'Télécharger au format CSV',
};
