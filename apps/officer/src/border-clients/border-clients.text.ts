import type { SameKeys } from '#web';

/** Border systems, their keys, and who lets them in. */
export const en = {
  title: 'Border systems',
  lead: 'These systems report who entered, left or was refused entry. A departure that they report can refund a bond automatically, so 2 administrators let a system in. One is enough to shut it out.',
  all: 'All border systems',
  empty: 'No border systems',
  emptyBody: 'A system appears here when 2 administrators have registered it.',
  waiting: 'Waiting for a second person',
  what: 'Proposal',
  kind: {
    register: 'Register {{name}}',
    add_key: 'New key for {{name}}',
    set_callback: 'Callback address for {{name}}',
  },
  proposedBy: 'Proposed by',
  decidedBy: 'Answered by',
  since: 'Proposed on',
  name: 'Name',
  state: 'Status',
  programme: 'Programme',
  ports: 'Ports',
  id: 'Client ID',
  recordsAt: 'Last records received',
  marksAt: 'Last confirmed complete',
  keys: 'Keys',
  noKey: 'No key is accepted',
  never: 'Never',
  new: {
    title: 'Register a border system',
    lead: 'Another administrator must confirm it before the system can report.',
    nameHint: 'For example, Bamako-Sénou arrivals. Officers and logs show this name.',
    portsOf: 'Ports: {{ports}}',
    portsHint: 'The codes of the ports that it reports for, with a space between them',
    key: 'Public key',
    keyHint:
      'An Ed25519 public key, as PEM or as a JWK. Never enter a private key: it stays with the border system.',
    button: 'Propose',
  },
  key: {
    id: 'Key ID',
    addedAt: 'Added on',
    end: 'End',
    retire: 'Retire',
    revoke: 'Revoke this key',
    revokeLead:
      'Do this when somebody else may have the private key. The key stops working at once. Records that it signed and that have not been used go to an officer. You cannot undo this.',
    revokeButton: 'Revoke now',
    next: 'Next key',
    nextHint:
      'An Ed25519 public key, as PEM or as a JWK. Both keys are accepted until you retire the old one.',
    propose: 'Propose the key',
    proposed: 'A proposal is waiting for a second person',
    full: 'Two keys are accepted. Retire the old one before you add another.',
  },
  block: {
    title: 'Shut this system out',
    lead: 'It can no longer report, and records that have not been used go to an officer. To let it in again, register it as a new system.',
    button: 'Block now',
    done: 'This system is blocked. To let it in again, register it as a new system.',
  },
  confirm: {
    title: 'By confirming:',
    compare:
      'You state that you have compared the key ID with the border authority by telephone or in person, not from the same email.',
    compareAddress:
      'You state that you have compared the address with the border authority by telephone or in person, not from the same email.',
    effect: {
      set_callback: 'We call this address when a batch has been assessed.',
      register: 'The system can report for these ports at once.',
      add_key:
        'Reports signed with this key are accepted at once, as well as those with the old key.',
    },
    refunds: 'Departures that it reports can refund bonds automatically.',
    button: 'Confirm',
    decline: 'Decline',
    takeBack: 'Withdraw the proposal',
    own: 'Waiting for another person. Another administrator must confirm what you proposed.',
  },
  done: {
    proposed: 'Proposed. Another administrator must confirm it.',
    confirmed: 'Confirmed.',
    callback_stopped: 'The address is no longer called.',
    declined: 'Declined. Nothing was opened.',
    retired: 'The key is retired. What it signed before still counts.',
    revoked: 'The key is revoked.',
    blocked: 'The system is blocked.',
  },
  refused: {
    unknown_programme: 'Select the programme whose travellers it reports',
    unknown_port: 'Enter codes of ports of this programme',
    not_a_key: 'Enter the public key as PEM or as a JWK',
    private_key:
      'This is a private key. Delete it, have the border system make a new pair, and enter the public key',
    wrong_kind_of_key: 'The key must be an Ed25519 key',
    key_in_use: 'This key is or was already in use. Ask the border system for a new one',
    client_blocked: 'This system is blocked. Nothing was changed.',
    enough_keys: 'Two keys are already accepted. Retire one first. Nothing was changed.',
    already_proposed: 'A proposal is already waiting for a second person. Nothing was changed.',
    same_person: 'You proposed this, so another person must confirm it. Nothing was changed.',
    wrong_state: 'Somebody has already done this. Nothing was changed.',
    last_key:
      'This is the only key that is accepted. Add the next one first, or revoke this one. Nothing was changed.',
  },
  error: {
    name: 'Enter a name of 100 characters or fewer',
    programme: 'Select the programme whose travellers it reports',
    ports: 'Enter the codes of its ports, for example BKO',
    key: 'Enter the public key as PEM or as a JWK',
  },
} as const;

/** Border systems, their keys, and who lets them in. */
export const fr: SameKeys<typeof en> = {
  title: 'Systèmes frontaliers',
  lead: 'Ces systèmes signalent les entrées, les sorties et les refus d’entrée. Une sortie signalée peut rembourser une caution automatiquement : il faut donc deux administrateurs pour raccorder un système. Un seul suffit pour le bloquer.',
  all: 'Tous les systèmes frontaliers',
  empty: 'Aucun système frontalier',
  emptyBody: 'Un système apparaît ici après son enregistrement par deux administrateurs.',
  waiting: 'En attente d’une deuxième personne',
  what: 'Proposition',
  kind: {
    register: 'Enregistrer {{name}}',
    add_key: 'Nouvelle clé pour {{name}}',
    set_callback: 'Adresse de notification de {{name}}',
  },
  proposedBy: 'Proposition de',
  decidedBy: 'Réponse de',
  since: 'Date de la proposition',
  name: 'Nom',
  state: 'État',
  programme: 'Programme',
  ports: 'Points de passage',
  id: 'Identifiant du client',
  recordsAt: 'Derniers enregistrements reçus',
  marksAt: 'Dernier relevé déclaré complet',
  keys: 'Clés',
  noKey: 'Aucune clé n’est acceptée',
  never: 'Jamais',
  new: {
    title: 'Enregistrer un système frontalier',
    lead: 'Un autre administrateur doit confirmer avant que le système puisse transmettre.',
    nameHint:
      'Par exemple : Bamako-Sénou, arrivées. Ce nom est visible des agents et des journaux.',
    portsOf: 'Points de passage : {{ports}}',
    portsHint: 'Les codes des points de passage concernés, séparés par une espace',
    key: 'Clé publique',
    keyHint:
      'Une clé publique Ed25519, au format PEM ou JWK. N’indiquez jamais de clé privée : elle reste dans le système frontalier.',
    button: 'Proposer',
  },
  key: {
    id: 'Identifiant de la clé',
    addedAt: 'Ajoutée le',
    end: 'Fin',
    retire: 'Retirer',
    revoke: 'Révoquer cette clé',
    revokeLead:
      'À faire si une autre personne peut détenir la clé privée. La clé cesse aussitôt d’être acceptée. Les enregistrements qu’elle a signés et qui n’ont pas encore servi sont transmis à un agent. Cette action est définitive.',
    revokeButton: 'Révoquer maintenant',
    next: 'Clé suivante',
    nextHint:
      'Une clé publique Ed25519, au format PEM ou JWK. Les deux clés sont acceptées jusqu’au retrait de l’ancienne.',
    propose: 'Proposer la clé',
    proposed: 'Une proposition attend une deuxième personne',
    full: 'Deux clés sont acceptées. Retirez l’ancienne avant d’en ajouter une autre.',
  },
  block: {
    title: 'Bloquer ce système',
    lead: 'Il ne peut plus transmettre, et les enregistrements qui n’ont pas encore servi sont transmis à un agent. Pour le raccorder de nouveau, enregistrez-le comme un nouveau système.',
    button: 'Bloquer maintenant',
    done: 'Ce système est bloqué. Pour le raccorder de nouveau, enregistrez-le comme un nouveau système.',
  },
  confirm: {
    title: 'En confirmant :',
    compare:
      'Vous attestez avoir comparé l’identifiant de la clé avec l’autorité frontalière, par téléphone ou en personne, et non à partir du même courriel.',
    compareAddress:
      'Vous attestez avoir comparé l’adresse avec l’autorité frontalière, par téléphone ou en personne, et non à partir du même courriel.',
    effect: {
      set_callback: 'Cette adresse est appelée dès qu’un lot est traité.',
      register: 'Le système peut aussitôt transmettre pour ces points de passage.',
      add_key:
        'Les transmissions signées avec cette clé sont aussitôt acceptées, comme celles signées avec l’ancienne.',
    },
    refunds: 'Les sorties qu’il signale peuvent rembourser des cautions automatiquement.',
    button: 'Confirmer',
    decline: 'Écarter',
    takeBack: 'Retirer la proposition',
    own: 'En attente d’une autre personne. Un autre administrateur doit confirmer votre proposition.',
  },
  done: {
    proposed: 'Proposition enregistrée. Un autre administrateur doit la confirmer.',
    confirmed: 'Proposition confirmée.',
    callback_stopped: 'L’adresse n’est plus appelée.',
    declined: 'Proposition écartée. Rien n’a été ouvert.',
    retired: 'La clé est retirée. Ce qu’elle a signé auparavant reste valable.',
    revoked: 'La clé est révoquée.',
    blocked: 'Le système est bloqué.',
  },
  refused: {
    unknown_programme: 'Choisissez le programme des voyageurs concernés',
    unknown_port: 'Indiquez des codes de points de passage de ce programme',
    not_a_key: 'Indiquez la clé publique au format PEM ou JWK',
    private_key:
      'Ceci est une clé privée. Supprimez-la, faites créer une nouvelle paire par le système frontalier et indiquez la clé publique',
    wrong_kind_of_key: 'La clé doit être une clé Ed25519',
    key_in_use:
      'Cette clé est ou a déjà été utilisée. Demandez-en une nouvelle au système frontalier',
    client_blocked: 'Ce système est bloqué. Rien n’a été modifié.',
    enough_keys: 'Deux clés sont déjà acceptées. Retirez-en une d’abord. Rien n’a été modifié.',
    already_proposed: 'Une proposition attend déjà une deuxième personne. Rien n’a été modifié.',
    same_person:
      'Vous avez fait cette proposition : une autre personne doit la confirmer. Rien n’a été modifié.',
    wrong_state: 'Cela a déjà été fait. Rien n’a été modifié.',
    last_key:
      'C’est la seule clé acceptée. Ajoutez d’abord la suivante, ou révoquez celle-ci. Rien n’a été modifié.',
  },
  error: {
    name: 'Indiquez un nom de 100 caractères au plus',
    programme: 'Choisissez le programme des voyageurs concernés',
    ports: 'Indiquez les codes des points de passage, par exemple BKO',
    key: 'Indiquez la clé publique au format PEM ou JWK',
  },
};
