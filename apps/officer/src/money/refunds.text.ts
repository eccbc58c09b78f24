import type { SameKeys } from '#web';

export const en = {
  title: 'Refunds',
  tabs: 'Lists of refunds',
  tab: {
    problems: 'Problems',
    unclaimed: 'Unclaimed',
    under_way: 'Under way',
    returned: 'Returned',
    all: 'All',
  },
  reference: 'Case',
  noCase: 'No case',
  amount: 'Amount',
  state: 'State',
  number: 'Disbursement',
  rule: 'Rule',
  waits: 'Why it waits',
  leavesAt: 'Sent after',
  promised: 'Promised by',
  returned: 'Returned on',
  notYet: 'Not yet',
  days: 'Days',
  daysLeft_one: '{{count}} day left',
  daysLeft_other: '{{count}} days left',
  daysLate_one: '{{count}} day late',
  daysLate_other: '{{count}} days late',
  dueToday: 'due today',
  tookNoDay: 'took less than a day',
  took_one: 'took {{count}} day',
  took_other: 'took {{count}} days',
  look: 'View',
  lookAt: 'View the refund of {{amount}} ({{reference}})',
  total_one: '{{count}} refund',
  total_other: '{{count}} refunds',
  promises: 'Promises kept: {{kept}} · broken: {{broken}} · under way: {{underWay}}',
  empty: 'No refunds',
  asked: 'Account asked for',
  search: 'Find an unclaimed refund by the case’s reference',
  searchButton: 'Find',
  emptyBody: {
    unclaimed: 'No refund waits for a bank account of its payer.',
    problems: 'No refunds need a person.',
    other: 'There are no refunds in this list.',
  },
  one: {
    title: 'Refund of {{amount}}',
    disbursements: 'Disbursements',
    processorRefund: 'Refund at the processor',
    trace: 'Bank’s trace number',
    failure: 'Why it waits or failed',
    approvedBy: 'Approved by',
    byRule: 'Rule',
    act: 'What you can do',
    approveFirst: 'Approve the refund',
    approveFirstEffect:
      '{{amount}} is sent immediately to the payer’s original payment method. Check the case and its border records first.',
    approve: 'Approve the new disbursement',
    approveEffect:
      '{{amount}} is sent again immediately to the payer’s original payment method. The total can never be more than the bond holds.',
    ask: 'Ask the processor again',
    askEffect: 'The processor is asked for the status of this disbursement. Nothing is sent twice.',
    nothing:
      'Nothing at the moment. This refund continues automatically, or your role cannot act on it.',
  },
  account: {
    title: 'Bank account of the payer',

    asked: 'Asked for on {{when}}. The payer has not given one yet and is reminded.',
    given: {
      us: 'Account in the United States ending in {{lastFour}}, given on {{when}}.',
      iban: 'IBAN ending in {{lastFour}}, given on {{when}}.',
    },
    waits: 'Nothing may be paid to it before {{when}}.',
    ready: 'Its 48 hours are over.',
    decide: 'View the account and decide on the transfer',
    ask: 'Ask the payer for a bank account',
    askEffect:
      'The payer gets an email and gives a bank account in the portal. Until the account is used, you can still approve the disbursement to the original payment method.',
    cannot: {
      already_returned: 'A bank account is not needed: the refund is back with the payer.',
      already_asked: 'The payer has already been asked for a bank account.',
      no_payer: 'The payer cannot be asked for a bank account: this money names nobody we know.',
      not_failed: 'The payer can be asked for a bank account once a disbursement has failed.',
      lies_as_cash:
        'This money lies with the processor in the payer’s name. Only the processor can return it: approve the disbursement, and the payer is asked by email again.',
      money_left_elsewhere:
        'The payer cannot be asked for a bank account while money that left by another way is not settled.',
    },
  },
  stopped: {
    reversal:
      'Money of this payment left outside the portal. Two people in the treasury settle that first, in Reversals. Nothing is sent before that.',
    fraud_suspected:
      'The case is frozen: suspected fraud. Nothing is sent until two people lift the freeze. It then goes on automatically.',
    fraud_warning:
      'The case is frozen: the bank that issued the card warned of fraud. Nothing is sent until two people lift the freeze. It then goes on automatically.',
    sanctions_match:
      'The case is frozen: possible match with a sanctions list. Nothing is sent until two people lift the freeze. It then goes on automatically.',
  },
  done: {
    account_asked: 'The payer has been asked for a bank account.',
    approved: 'The disbursement was approved and is on its way.',
    asked: 'The processor is being asked.',
  },
  refused: {
    case_frozen: 'The case is frozen. Two people must lift the freeze first. Nothing was changed.',
    already_returned: 'The refund is back with the payer. Nothing was changed.',
    already_asked: 'The payer has already been asked for a bank account. Nothing was changed.',
    no_payer: 'This money names no payer that we know. Nothing was changed.',
    not_failed: 'No disbursement has failed. Nothing was changed.',
    lies_as_cash:
      'This money lies with the processor in the payer’s name and can be returned from there only. Nothing was changed.',
    way_closed:
      'The processor does not refund this payment any more: ask the payer for a bank account. Nothing was changed.',
    money_left_elsewhere: 'Money that left by another way is not settled yet. Nothing was changed.',
    wrong_state: 'The disbursement has changed. Check it again. Nothing was changed.',
    no_such_disbursement: 'There is no such disbursement. Nothing was changed.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Remboursements',
  tabs: 'Listes de remboursements',
  tab: {
    problems: 'Bloqués',
    unclaimed: 'Non réclamés',
    under_way: 'En cours',
    returned: 'Remboursés',
    all: 'Tous',
  },
  reference: 'Dossier',
  noCase: 'Aucun dossier',
  amount: 'Montant',
  state: 'État',
  number: 'Décaissement',
  rule: 'Règle',
  waits: 'Pourquoi il attend',
  leavesAt: 'Envoi après le',
  promised: 'Promis au plus tard le',
  returned: 'Remboursé le',
  notYet: 'Pas encore',
  days: 'Jours',
  daysLeft_one: 'encore {{count}} jour',
  daysLeft_other: 'encore {{count}} jours',
  daysLate_one: '{{count}} jour de retard',
  daysLate_other: '{{count}} jours de retard',
  dueToday: 'promis pour aujourd’hui',
  tookNoDay: 'dans la journée',
  took_one: 'en {{count}} jour',
  took_other: 'en {{count}} jours',
  look: 'Examiner',
  lookAt: 'Examiner le remboursement de {{amount}} ({{reference}})',
  total_one: '{{count}} remboursement',
  total_other: '{{count}} remboursements',
  promises: 'Promesses tenues : {{kept}} · rompues : {{broken}} · en cours : {{underWay}}',
  empty: 'Aucun remboursement',
  asked: 'Compte demandé',
  search: 'Trouver un remboursement non réclamé par la référence du dossier',
  searchButton: 'Trouver',
  emptyBody: {
    unclaimed: 'Aucun remboursement n’attend de compte bancaire de son payeur.',
    problems: 'Aucun remboursement n’exige d’intervention.',
    other: 'Aucun remboursement n’est dans cette liste.',
  },
  one: {
    title: 'Remboursement de {{amount}}',
    disbursements: 'Décaissements',
    processorRefund: 'Remboursement chez le prestataire',
    trace: 'Numéro de suivi de la banque',
    failure: 'Pourquoi il attend ou a échoué',
    approvedBy: 'Approuvé par',
    byRule: 'Une règle',
    act: 'Ce que vous pouvez faire',
    approveFirst: 'Approuver le remboursement',
    approveFirstEffect:
      '{{amount}} : la somme est envoyée immédiatement sur le moyen de paiement d’origine du payeur. Vérifiez d’abord le dossier et les passages enregistrés à la frontière.',
    approve: 'Approuver le nouveau décaissement',
    approveEffect:
      '{{amount}} : la somme est renvoyée immédiatement sur le moyen de paiement d’origine du payeur. Le total ne peut jamais dépasser la somme détenue.',
    ask: 'Interroger de nouveau le prestataire',
    askEffect: 'Le prestataire indique l’état de ce décaissement. Rien n’est envoyé deux fois.',
    nothing:
      'Rien pour le moment. Ce remboursement avance automatiquement, ou votre rôle ne permet pas d’agir.',
  },
  account: {
    title: 'Compte bancaire du payeur',

    asked: 'Demandé le {{when}}. Le payeur n’en a pas encore indiqué et reçoit des rappels.',
    given: {
      us: 'Compte aux États-Unis se terminant par {{lastFour}}, indiqué le {{when}}.',
      iban: 'IBAN se terminant par {{lastFour}}, indiqué le {{when}}.',
    },
    waits: 'Aucun décaissement ne peut y être fait avant le {{when}}.',
    ready: 'Le délai de 48 heures est écoulé.',
    decide: 'Voir le compte et décider du virement',
    ask: 'Demander un compte bancaire au payeur',
    askEffect:
      'Le payeur reçoit un courriel et indique un compte bancaire sur le portail. Tant que ce compte n’est pas utilisé, vous pouvez encore approuver le décaissement sur le moyen de paiement d’origine.',
    cannot: {
      already_returned:
        'Aucun compte bancaire n’est nécessaire : le remboursement est revenu au payeur.',
      already_asked: 'Un compte bancaire a déjà été demandé au payeur.',
      no_payer:
        'Aucun compte bancaire ne peut être demandé : cette somme ne désigne personne que nous connaissons.',
      not_failed: 'Un compte bancaire peut être demandé au payeur dès qu’un décaissement a échoué.',
      lies_as_cash:
        'Cette somme se trouve chez le prestataire au nom du payeur, et lui seul peut la rendre : approuvez le décaissement, un nouveau courriel sera envoyé au payeur.',
      money_left_elsewhere:
        'Aucun compte bancaire ne peut être demandé tant qu’une somme partie par une autre voie n’est pas réglée.',
    },
  },
  stopped: {
    reversal:
      'Une partie de ce paiement est sortie hors du portail. Deux personnes de la trésorerie règlent d’abord ce point, dans « Remboursements externes et contestations ». Rien ne part avant.',
    fraud_suspected:
      'Dossier gelé : soupçon de fraude. Rien ne part avant que deux personnes lèvent le gel. Le remboursement reprend ensuite automatiquement.',
    fraud_warning:
      'Dossier gelé : la banque de la carte a signalé une fraude possible. Rien ne part avant que deux personnes lèvent le gel. Le remboursement reprend ensuite automatiquement.',
    sanctions_match:
      'Dossier gelé : correspondance possible avec une liste de sanctions. Rien ne part avant que deux personnes lèvent le gel. Le remboursement reprend ensuite automatiquement.',
  },
  done: {
    account_asked: 'Un compte bancaire a été demandé au payeur.',
    approved: 'Le décaissement est approuvé et en cours d’envoi.',
    asked: 'Le prestataire est interrogé.',
  },
  refused: {
    case_frozen:
      'Le dossier est gelé : deux personnes doivent d’abord lever le gel. Rien n’a été modifié.',
    already_returned: 'Le remboursement est revenu au payeur. Rien n’a été modifié.',
    already_asked: 'Un compte bancaire a déjà été demandé au payeur. Rien n’a été modifié.',
    no_payer: 'Cette somme ne désigne aucun payeur connu. Rien n’a été modifié.',
    not_failed: 'Aucun décaissement n’a échoué. Rien n’a été modifié.',
    lies_as_cash:
      'Cette somme se trouve chez le prestataire au nom du payeur et ne peut être rendue que par lui. Rien n’a été modifié.',
    way_closed:
      'Le prestataire ne rembourse plus ce paiement : demandez un compte bancaire au payeur. Rien n’a été modifié.',
    money_left_elsewhere:
      'Une somme partie par une autre voie n’est pas encore réglée. Rien n’a été modifié.',
    wrong_state: 'Le décaissement a changé : vérifiez-le de nouveau. Rien n’a été modifié.',
    no_such_disbursement: 'Ce décaissement n’existe pas. Rien n’a été modifié.',
  },
};
