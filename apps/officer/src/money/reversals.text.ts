import type { SameKeys } from '#web';

/** Money that left the processor by no disbursement of ours, and how it is settled. */
export const en = {
  title: 'Reversals',
  lead: 'Money that left a payment outside the portal: by a refund made in the processor’s dashboard, by a dispute from the payer’s bank, or because that bank took a transfer back. It is already in the books. No visa can be issued and no money sent on the case until it has come back or two people have settled it.',
  tabs: 'Lists of reversals',
  tab: { open: 'To settle', all: 'All' },
  reference: 'Case',
  noCase: 'No case',
  state: 'State',
  amount: 'Amount',
  money: 'Where the money is',
  kind: 'Kind',
  kinds: {
    refund: 'Refund outside the portal',
    dispute: 'Dispute',
    recall: 'Transfer taken back by its bank',
  },
  since: 'Known since',
  look: 'View',
  lookAt: 'View the reversal of {{amount}} ({{reference}})',
  where: {
    waiting: 'Has not left yet',
    withdrawn: 'Withdrawn while the dispute is open',
    left: 'Has left the processor',
    back: 'Has come back',
  },
  empty: 'No reversals',
  emptyBody: 'For every payment, what is left at the processor matches what we hold.',
  one: {
    title: 'Reversal of {{amount}}',
    lead: {
      refund:
        'We did not send this money. Before you settle it, find out who made the refund at the processor, and why.',
      dispute:
        'The payer’s bank disputes this payment, and the processor takes the money until it is decided. Answer the dispute in time. If it is won, the money comes back and everything continues by itself. If it is lost, two people settle it here.',
      recall:
        'The payer’s bank took back a transfer that was about to be returned. The payer has the money. Before you settle it, find the transfer at the processor and check the amount.',
    },
    object: 'At the processor',
    payment: 'Payment at the processor',
    outcome: 'Proposed outcome',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    nobodyYet: 'Nobody yet',
    act: 'What you can do',
    approve: 'Approve',
    decline: 'Withdraw the proposal',
    anotherApproves: 'You proposed this. A second person in the treasury must approve it.',
    notYours: 'The treasury settles this. Your role cannot act on it.',
    nothing: 'Nothing. It is settled, or about to be.',
    cameBackTo: {
      bond: 'It came back after it was settled. The bond holds it again, so there is nothing to do.',
      refund:
        'It came back after it was settled, and is owed to the payer again. A new disbursement is waiting in Refunds: find out why the first did not arrive, then approve it.',
      operator:
        'It came back after it was settled. The operator had paid for it, and has it back, so there is nothing to do.',
      suspense:
        'It came back after it was settled, when the bond could not take it any more. It is in suspense and owed to the payer: find out by which way the payer can receive it.',
    },
  },
  outcome: {
    accepted: {
      name: 'The payer has this money',
      effect:
        'It counts as returned to the payer. The rest of the bond continues as before, and anything stopped continues.',
      propose: 'Propose: the payer has it',
    },
    post_again: {
      name: 'The bond must be posted again',
      effect:
        'Nothing is left of the bond. The case waits for a new payment, the payer is told, and the time to post starts again.',
      propose: 'Propose: post the bond again',
    },
  },
  done: {
    propose: 'Your proposal is waiting for a second person in the treasury.',
    approve: 'The proposal was approved and is being carried out.',
    decline: 'The proposal was withdrawn.',
  },
  refused: {
    money_has_not_left:
      'The money has not left the processor yet. There is nothing to settle until it has, or has come back.',
    dispute_undecided:
      'The dispute is not decided yet. There is nothing to settle unless it is lost.',
    disbursement_under_way:
      'We are already trying to return this money. Wait until the processor reports the result.',
    wrong_state:
      'This reversal has changed since you opened it. Check it again. Nothing was changed.',
    outcome_not_possible: 'This outcome is no longer possible. Nothing was changed.',
    same_person: 'You proposed it. A second person must approve it. Nothing was changed.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Remboursements externes et contestations',
  lead: 'Sommes sorties d’un paiement hors du portail : remboursement fait depuis le tableau de bord du prestataire, contestation par la banque du payeur, ou virement que cette banque a repris. Elles figurent déjà dans les comptes. Aucun visa n’est délivré et aucune somme n’est envoyée pour le dossier tant que l’argent n’est pas revenu ou que deux personnes n’ont pas décidé.',
  tabs: 'Listes de remboursements externes et de contestations',
  tab: { open: 'À régler', all: 'Tous' },
  reference: 'Dossier',
  noCase: 'Aucun dossier',
  state: 'État',
  amount: 'Montant',
  money: 'Où se trouve la somme',
  kind: 'Nature',
  kinds: {
    refund: 'Remboursement externe',
    dispute: 'Contestation',
    recall: 'Virement repris par la banque',
  },
  since: 'Connu depuis',
  look: 'Examiner',
  lookAt: 'Examiner la sortie de {{amount}} ({{reference}})',
  where: {
    waiting: 'Encore chez le prestataire',
    withdrawn: 'Retirée pendant la contestation',
    left: 'Envoyée par le prestataire',
    back: 'Revenue chez le prestataire',
  },
  empty: 'Aucun remboursement externe ni contestation',
  emptyBody:
    'Pour chaque paiement, la somme restée chez le prestataire est celle que nous détenons.',
  one: {
    title: 'Sortie de {{amount}} hors du portail',
    lead: {
      refund:
        'Cette somme a été remboursée sans demande de notre part. Avant de décider, recherchez qui a fait ce remboursement chez le prestataire, et pourquoi.',
      dispute:
        'La banque du payeur conteste ce paiement, et le prestataire retire la somme jusqu’à la décision. Répondez à la contestation dans le délai. Si elle est gagnée, l’argent revient et tout reprend automatiquement. Si elle est perdue, deux personnes décident ici.',
      recall:
        'La banque du payeur a repris un virement que nous devions rendre. Le payeur a donc la somme. Avant de décider, retrouvez ce virement chez le prestataire et vérifiez le montant.',
    },
    object: 'Référence chez le prestataire',
    payment: 'Paiement chez le prestataire',
    outcome: 'Suite proposée',
    proposedBy: 'Proposé par',
    approvedBy: 'Approuvé par',
    nobodyYet: 'Personne pour l’instant',
    act: 'Ce que vous pouvez faire',
    approve: 'Approuver',
    decline: 'Retirer la proposition',
    anotherApproves:
      'Vous l’avez proposé. Une deuxième personne de la trésorerie doit l’approuver.',
    notYours: 'La trésorerie décide. Votre rôle ne permet pas d’agir.',
    nothing: 'Rien : c’est réglé, ou sur le point de l’être.',
    cameBackTo: {
      bond: 'L’argent est revenu après le règlement. La caution le détient de nouveau : il n’y a rien à faire.',
      refund:
        'L’argent est revenu après le règlement et est de nouveau dû au payeur. Un nouveau décaissement attend dans « Remboursements » : recherchez pourquoi le premier n’est pas arrivé, puis approuvez-le.',
      operator:
        'L’argent est revenu après le règlement. L’opérateur avait supporté cette perte et la récupère : il n’y a rien à faire.',
      suspense:
        'L’argent est revenu après le règlement, alors que la caution ne pouvait plus le recevoir. Il est sur le compte d’attente et dû au payeur : recherchez par quel moyen le lui rendre.',
    },
  },
  outcome: {
    accepted: {
      name: 'La personne qui a payé a reçu cette somme',
      effect:
        'La somme compte comme remboursée. Le reste de la caution suit son cours, et ce qui était arrêté reprend.',
      propose: 'Proposer : somme déjà remboursée',
    },
    post_again: {
      name: 'La caution est à verser de nouveau',
      effect:
        'Il ne reste rien de la caution. Le dossier attend un nouveau versement, le payeur est prévenu et le délai recommence.',
      propose: 'Proposer : verser de nouveau la caution',
    },
  },
  done: {
    propose: 'Votre proposition attend une autre personne de la trésorerie.',
    approve: 'C’est approuvé et en cours d’exécution.',
    decline: 'La proposition est retirée.',
  },
  refused: {
    money_has_not_left:
      'La somme est encore chez le prestataire. Il n’y a rien à décider avant son départ ou son retour.',
    dispute_undecided:
      'La contestation n’est pas encore décidée. Il n’y aura à décider ici que si elle est perdue.',
    disbursement_under_way:
      'Un de nos décaissements est en cours. Attendez que le prestataire en indique le résultat.',
    wrong_state:
      'La situation a changé depuis l’ouverture de la page : vérifiez-la de nouveau. Rien n’a été modifié.',
    outcome_not_possible: 'Cette suite n’est plus possible. Rien n’a été modifié.',
    same_person:
      'Vous l’avez proposé. Une deuxième personne doit l’approuver. Rien n’a été modifié.',
  },
};
