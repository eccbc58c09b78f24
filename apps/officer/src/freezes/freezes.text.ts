import type { SameKeys } from '#web';

/** Cases that officers have stopped. */
export const en = {
  title: 'Frozen cases',
  lead: 'While a case is frozen, no visa is issued and no money is paid out. One person can freeze a case, and so does a bank that warns of fraud. Two people lift the freeze.',
  none: 'No case is frozen',
  noneBody: 'A case appears here when an officer freezes it, or a bank warns of fraud.',
  one: 'Freeze on {{reference}}',
  reason: 'Reason',
  placedBy: 'Frozen by',
  byBank: 'The bank that issued the card, through the processor',
  warning: {
    number: 'Warning at the processor',
    title: 'The bank thinks that somebody else used the card',
    what: 'Nobody has disputed the payment yet, and no money has moved. A dispute often follows within days.',
    askPayer: 'Ask the payer whether they made this payment.',
    real: 'If they did, propose to lift the freeze. The case goes on as before.',
    notReal:
      'If they did not, end the case without a visa. Lift the freeze after that, and the money goes back to the card it came from.',
    silence:
      'If nobody acts, the case stays frozen. A dispute that comes meanwhile stops it as well.',
  },
  placedAt: 'Frozen on',
  state: 'Status',
  liftReason: 'Why lift it',
  proposedBy: 'Proposed by',
  approvedBy: 'Approved by',
  look: 'View',
  lookAt: 'View the freeze on {{reference}}',
  note: {
    title: 'This case is frozen: {{reason}}',
    body: 'No visa can be issued and no money paid out until two people lift the freeze. A departure still counts, and a refund due is paid afterwards.',
    link: 'View the freeze',
  },
  place: {
    title: 'Freeze the case',
    lead: 'Freeze a case when you suspect fraud, or when the traveller or payer may be on a sanctions list.',
    reason: 'Why are you freezing it?',
  },
  confirm: {
    title: 'Confirm: freeze the case',
    now: 'The freeze starts immediately.',
    visa: 'No visa can be issued.',
    money: 'No refund is sent. One that the bank already has cannot be stopped.',
    law: 'Records from the border still count. If the traveller leaves on time, the bond is refunded once the freeze is lifted.',
    sanctions:
      'If there is a breach, the money is not kept by the state either while the freeze lasts.',
    lift: 'Only two people can lift it. One of them is a head of section.',
    quiet:
      'The applicant is not told. If the bond is not posted yet, the payer sees that the time to post it has stopped, but not why.',
    button: 'Freeze the case',
  },
  lift: {
    title: 'Lift the freeze',
    reason: 'Why can the case go on?',
    button: 'Propose to lift it',
    then: 'A head of section must approve this. You cannot approve it yourself.',
  },
  answer: {
    effects: 'If you approve:',
    visa: 'A visa can be issued again.',
    money: 'Refunds that were waiting are sent automatically.',
    button: 'Approve and lift the freeze',
    decline: 'Keep the freeze',
    takeBack: 'Withdraw the proposal',
    own: 'You proposed to lift it. A head of section must decide.',
    noRight: 'A head of section decides whether to lift it.',
  },
  over: 'This freeze is lifted.',
  lifting: 'Two people agreed. The freeze is being lifted.',
  error: {
    reasonMissing: 'Select why you are freezing the case',
    liftReasonMissing: 'Select why the case can go on',
  },
  done: {
    proposed: 'Your proposal is waiting for a second person. The case is still frozen.',
    approved: 'The freeze is being lifted. Refunds that were waiting are sent automatically.',
    declined: 'The case is still frozen.',
  },
  refused: {
    wrong_state: 'Somebody else was quicker. Check the status. Nothing was changed.',
    same_person: 'You proposed it, so a second person must decide. Nothing was changed.',
    unknown_reason: 'Select why the case can go on. Nothing was changed.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Dossiers gelés',
  lead: 'Tant qu’un dossier est gelé, aucun visa n’est délivré et aucune somme n’est versée. Une seule personne peut geler un dossier ; l’alerte d’une banque le gèle aussi. Il faut deux personnes pour lever le gel.',
  none: 'Aucun dossier gelé',
  noneBody: 'Un dossier apparaît ici quand un agent le gèle ou qu’une banque signale une fraude.',
  one: 'Gel du dossier {{reference}}',
  reason: 'Motif',
  placedBy: 'Gelé par',
  byBank: 'La banque qui a émis la carte, par le prestataire',
  warning: {
    number: 'Alerte chez le prestataire',
    title: 'La banque pense qu’une autre personne a utilisé la carte',
    what: 'Personne n’a encore contesté le paiement et aucune somme n’a bougé. Une contestation suit souvent en quelques jours.',
    askPayer: 'Demandez au payeur s’il a bien fait ce paiement.',
    real: 'Si oui, proposez de lever le gel : le dossier reprend son cours.',
    notReal:
      'Sinon, mettez fin au dossier sans visa. Faites ensuite lever le gel : l’argent retourne sur la carte d’origine.',
    silence:
      'Sans intervention, le dossier reste gelé. Une contestation reçue entre-temps l’arrête également.',
  },
  placedAt: 'Gelé le',
  state: 'État',
  liftReason: 'Motif de la levée',
  proposedBy: 'Proposée par',
  approvedBy: 'Approuvée par',
  look: 'Consulter',
  lookAt: 'Consulter le gel du dossier {{reference}}',
  note: {
    title: 'Dossier gelé : {{reason}}',
    body: 'Aucun visa ne peut être délivré ni aucune somme versée tant que deux personnes n’ont pas levé le gel. Un départ compte malgré tout, et un remboursement dû est versé ensuite.',
    link: 'Consulter le gel',
  },
  place: {
    title: 'Geler le dossier',
    lead: 'À utiliser en cas de soupçon de fraude, ou si le voyageur ou le payeur figure peut-être sur une liste de sanctions.',
    reason: 'Pourquoi geler ce dossier ?',
  },
  confirm: {
    title: 'Confirmer : geler le dossier',
    now: 'Le gel prend effet immédiatement.',
    visa: 'Aucun visa ne peut être délivré.',
    money: 'Aucun remboursement ne part. Celui que la banque a déjà reçu ne peut plus être arrêté.',
    law: 'Les passages à la frontière comptent toujours. En cas de départ à temps, la caution est remboursée une fois le gel levé.',
    sanctions:
      'En cas de manquement, l’État ne conserve pas non plus la somme tant que dure le gel.',
    lift: 'Seules deux personnes peuvent lever le gel, dont une de la direction de la section.',
    quiet:
      'Le demandeur n’est pas averti. Si la caution n’est pas encore versée, le payeur voit que son délai est suspendu, sans en connaître le motif.',
    button: 'Geler le dossier',
  },
  lift: {
    title: 'Lever le gel',
    reason: 'Pourquoi le dossier peut-il reprendre ?',
    button: 'Proposer la levée',
    then: 'Une personne de la direction de la section doit approuver. Vous ne pouvez pas approuver vous-même.',
  },
  answer: {
    effects: 'En cas d’approbation :',
    visa: 'Un visa peut de nouveau être délivré.',
    money: 'Les remboursements en attente partent automatiquement.',
    button: 'Approuver et lever le gel',
    decline: 'Maintenir le gel',
    takeBack: 'Retirer la proposition',
    own: 'Vous avez proposé la levée. La décision revient à la direction de la section.',
    noRight: 'La décision revient à la direction de la section.',
  },
  over: 'Ce gel est levé.',
  lifting: 'Deux personnes sont d’accord. Le gel est en cours de levée.',
  error: {
    reasonMissing: 'Choisissez pourquoi geler le dossier',
    liftReasonMissing: 'Choisissez pourquoi le dossier peut reprendre',
  },
  done: {
    proposed: 'Votre proposition attend une deuxième personne. Le dossier reste gelé.',
    approved:
      'Le gel est en cours de levée. Les remboursements en attente partent automatiquement.',
    declined: 'Le dossier reste gelé.',
  },
  refused: {
    wrong_state: 'Une autre personne a été plus rapide : vérifiez l’état. Rien n’a été modifié.',
    same_person: 'Vous l’avez proposée : une deuxième personne doit décider. Rien n’a été modifié.',
    unknown_reason: 'Choisissez pourquoi le dossier peut reprendre. Rien n’a été modifié.',
  },
};
