import type { SameKeys } from '#web';

/** Addresses at which border systems are told what became of their batches. */
export const en = {
  title: 'Callback',
  lead: 'We can call an address of this system when a batch has been assessed, so that it need not ask. Calls are signed and contain no personal data.',
  current: 'Current address:',
  stop: 'Stop calling this address',
  address: 'New address',
  addressHint:
    'For example, https://border.example/told. Another administrator must confirm it before it is used.',
  propose: 'Propose the address',
  proposed: 'A proposal is waiting for a second person',
  latest: 'Latest calls',
  batch: 'Batch',
  tries: 'Tries',
  triedAt: 'Last try',
  refused: {
    not_an_address: 'Enter an address like https://border.example/told',
    not_https: 'The address must begin with https://',
    address_with_more: 'Enter the address without a user name, a question mark or a hash sign',
  },
  error: { address: 'Enter an address like https://border.example/told' },
} as const;

/** Addresses at which border systems are told what became of their batches. */
export const fr: SameKeys<typeof en> = {
  title: 'Notification automatique',
  lead: 'Nous pouvons appeler une adresse de ce système dès qu’un lot est traité : il n’a plus à interroger le service. Les appels sont signés et ne contiennent aucune donnée personnelle.',
  current: 'Adresse actuelle :',
  stop: 'Ne plus appeler cette adresse',
  address: 'Nouvelle adresse',
  addressHint:
    'Par exemple : https://border.example/told. Un autre administrateur doit la confirmer avant son utilisation.',
  propose: 'Proposer l’adresse',
  proposed: 'Une proposition attend une deuxième personne',
  latest: 'Derniers appels',
  batch: 'Lot',
  tries: 'Essais',
  triedAt: 'Dernier essai',
  refused: {
    not_an_address: 'Indiquez une adresse comme https://border.example/told',
    not_https: 'L’adresse doit commencer par https://',
    address_with_more: 'Indiquez l’adresse sans nom d’utilisateur, point d’interrogation ni dièse',
  },
  error: { address: 'Indiquez une adresse comme https://border.example/told' },
};
